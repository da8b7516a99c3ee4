using Benevolat.Index.Geography;
using Benevolat.Index.Search;

namespace Benevolat.Index.Tests.Reference;

/// <summary>What else might suit somebody who looks at a mission.</summary>
internal sealed class Similar(ReadDocument seen, Statistics statistics)
{
    private const int Words = 12;
    private const int Km = 50;

    private readonly List<string> _telling =
        [.. seen.StemsOfTitleAndDescription.OrderByDescending(stem => statistics.Idf(stem) * statistics.Impact(seen, stem))
            .ThenBy(stem => stem, StringComparer.Ordinal).Take(Words)];

    public IReadOnlyList<MissionHit> Among(IReadOnlyList<ReadDocument> live, int limit) =>
        [.. live.Where(other => other != seen && _telling.Any(other.Has))
            .Select(other => (other, place: Nearest(other.Mission))).Where(candidate => candidate.place is not null)
            .Select(candidate => Hit(candidate.other, candidate.place!.Value))
            .OrderBy(hit => hit.Key).ThenByDescending(hit => Ids.Number(hit.Id)).Take(limit)];

    /// <summary>Null where it is too far, or not done from home as this one is.</summary>
    private (int Place, float SquaredChord)? Nearest(MissionDocument other)
    {
        if (seen.Mission.Places.Count == 0)
        {
            return seen.Mission.Remote == "full" && other.Remote == "full" ? (Filters.Nowhere, float.PositiveInfinity) : null;
        }

        var first = seen.Mission.Places[0].Point;
        var here = UnitVector.Of(new((float)first.Latitude, (float)first.Longitude));
        var near = other.Places.Select((place, i) => (Place: i, SquaredChord: UnitVector.Of(place.Point).SquaredChord(here)))
            .Where(place => place.SquaredChord <= UnitVector.SquaredChord(Km))
            .OrderBy(place => place.SquaredChord).ThenBy(place => place.Place).ToList();
        return near.Count == 0 ? null : near[0];
    }

    private MissionHit Hit(ReadDocument other, (int Place, float SquaredChord) nearest)
    {
        var text = Text(other);
        var sameDomain = other.Mission.Domain == seen.Mission.Domain ? 1f : 0f;
        var score = (0.6f * text) + (0.2f * sameDomain) + (0.2f * Relevance.Nearness(nearest.SquaredChord));
        double? km = nearest.Place == Filters.Nowhere ? null : UnitVector.Kilometres(nearest.SquaredChord);
        return new(other.Mission.Id, other.Mission.Revision, nearest.Place, km, -score, text);
    }

    private float Text(ReadDocument other)
    {
        var (sum, most) = (0f, 0f);
        foreach (var stem in _telling)
        {
            sum += other.Has(stem) ? statistics.Idf(stem) * statistics.Impact(other, stem) / 255f : 0;
            most += statistics.Idf(stem);
        }

        return sum / most;
    }
}
