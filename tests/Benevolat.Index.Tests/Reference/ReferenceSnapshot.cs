using Benevolat.Index.Geography;
using Benevolat.Index.Search;

namespace Benevolat.Index.Tests.Reference;

/// <summary>Search as the rules say it, one mission after the other, whatever it costs.</summary>
internal sealed class ReferenceSnapshot(IReadOnlyList<ReadDocument> live, Statistics statistics, Synonyms synonyms)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly Lazy<Dictionary<string, (int Documents, string Stem)>> _vocabulary = new(() =>
    {
        var surfaces = new Dictionary<string, (int Documents, string Stem)>(statistics.Vocabulary, StringComparer.Ordinal);
        foreach (var word in live.SelectMany(document => document.DistinctWords)) { surfaces.TryAdd(word.Surface, (0, word.Stem)); }
        return surfaces;
    });

    private readonly Lazy<HashSet<string>> _liveStems = new(() => [.. live.SelectMany(document => document.Stems)]);

    public Statistics Statistics => statistics;

    public Synonyms Synonyms => synonyms;

    public IReadOnlyList<ReadDocument> Live => live;

    public int Count => live.Count;

    public Dictionary<string, (int Documents, string Stem)> Vocabulary => _vocabulary.Value;

    public bool Knows(string stem) => statistics.Knows(stem) || _liveStems.Value.Contains(stem);

    public MissionHits Find(MissionQuery query)
    {
        var answer = Answer(query);
        var hits = answer.Found.Select(document => Hit(document, answer, query))
            .Where(hit => query.After is not { } after || IsBehind(hit, after))
            .OrderBy(hit => hit.Key).ThenByDescending(hit => Ids.Number(hit.Id)).ToList();
        var saying = live.Where(document => TextMatch.HasAll(document, answer.Units)).Select(document => document.Mission).ToList();
        return new([.. hits.Take(query.Limit)], answer.Found.Count, hits.Count > Math.Max(0, query.Limit),
            query.WithFacets ? Facets.Count(saying, answer.Filters) : [], answer.Understanding);
    }

    /// <summary>Every place of every mission that fits.</summary>
    public MissionMap Map(MissionQuery query)
    {
        var answer = Answer(query);
        var points =
            from document in answer.Found
            from place in answer.Filters.Fitting(document.Mission)
            where place != Filters.Nowhere
            let point = document.Mission.Places[place].Point
            select new MapPoint(document.Mission.Id, document.Mission.Revision, place, (float)point.Longitude, (float)point.Latitude);
        return new([.. points], [], answer.Found.Count);
    }

    public IReadOnlyList<MissionHit> FindSimilar(Guid id, int limit) =>
        live.FirstOrDefault(document => document.Mission.Id == id) is { } seen ? new Similar(seen, statistics).Among(live, limit) : [];

    private static bool IsBehind(MissionHit hit, MissionPosition after) =>
        hit.Key > after.Key || (hit.Key == after.Key && Ids.Number(hit.Id) < Ids.Number(after.Id));

    private sealed record Answered(
        Filters Filters, IReadOnlyList<UnderstoodWord> Units, IReadOnlyList<ReadDocument> Found, Understanding Understanding);

    private Answered Answer(MissionQuery query)
    {
        var filters = new Filters(query);
        var question = new Question(query.Text, this);
        var fitting = live.Where(document => filters.Passes(document.Mission)).ToList();
        var units = question.Units;
        if (units.Count >= 2 && !fitting.Any(document => TextMatch.HasAll(document, units)))
        {
            units = TextMatch.Most(fitting, units) ?? units;
        }

        var found = fitting.Where(document => TextMatch.HasAll(document, units)).ToList();
        var dropped = question.Units.Except(units).Select(unit => unit.Written).Concat(question.BeyondTwelve).ToList();
        var left = question.Corrected.Where(pair => !question.Units.Except(units).Any(unit => unit.Written.Split(' ').Contains(pair.Key)));
        return new(filters, units, found, new(units, left.ToDictionary(), dropped));
    }

    private MissionHit Hit(ReadDocument document, Answered answer, MissionQuery query)
    {
        var (place, chord) = answer.Filters.Shown(document.Mission);
        var text = TextMatch.Score(document, answer.Units, statistics);
        double? km = float.IsPositiveInfinity(chord) ? null : UnitVector.Kilometres(chord);
        return new(document.Mission.Id, document.Mission.Revision, place, km, Key(document.Mission, query, text, chord), text);
    }

    private static double Key(MissionDocument mission, MissionQuery query, float text, float chord) => query.Sort switch
    {
        MissionSort.Distance => chord,
        MissionSort.Date => mission.StartsOn?.DayNumber ?? double.PositiveInfinity,
        MissionSort.Newest => -Microseconds.Of(mission.PublishedAt),
        _ => -Relevance.Score(text, Relevance.Nearness(chord), Relevance.Freshness(Age(mission, query.Today)), Answers(mission.AnswerRate)),
    };

    private static int Age(MissionDocument mission, DateOnly today) =>
        today.DayNumber - DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(mission.PublishedAt, Paris).DateTime).DayNumber;

    private static float Answers(double? rate) =>
        rate is { } known ? (float)Math.Clamp(Math.Round(known * 255, MidpointRounding.AwayFromZero), 0, 255) / 255f : 0.5f;
}
