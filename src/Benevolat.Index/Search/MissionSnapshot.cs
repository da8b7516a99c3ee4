using Benevolat.Index.Geography;
using Benevolat.Index.Search.Asking;
using Benevolat.Index.Search.Segments;
using Benevolat.Index.Text;

namespace Benevolat.Index.Search;

/// <summary>The missions at one moment. Never changes.</summary>
public sealed class MissionSnapshot
{
    private readonly Codebooks _codes;
    private readonly FrenchText _french;
    private readonly Synonyms _synonyms;
    private readonly SnapshotWords _words;

    internal MissionSnapshot(long number, IReadOnlyList<SegmentPart> parts, Codebooks codes, FrenchText french, Synonyms synonyms)
    {
        (Number, Parts, _codes, _french, _synonyms) = (number, parts, codes, french, synonyms);
        _words = new SnapshotWords(parts);
        Count = parts.Sum(part => part.Live);
    }

    /// <summary>Grows with each <see cref="MissionIndex.Build"/>, <see cref="MissionIndex.Apply"/> and <see cref="MissionIndex.Merge"/>.</summary>
    public long Number { get; }

    /// <summary>How many missions can be found.</summary>
    public int Count { get; }

    /// <summary>What the arrays of the index take, in bytes.</summary>
    public long Bytes => Parts.Sum(part => part.Segment.Bytes + part.Dead.Bytes);

    /// <summary>The base first, then younger segments.</summary>
    internal IReadOnlyList<SegmentPart> Parts { get; }

    /// <summary>A page of what fits, and counts over all of it.</summary>
    public MissionHits Find(MissionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (ask, understanding) = Understand(query);
        var (total, top, facets) = Page(ask, query);
        if (total == 0 && ask.Units.Count > 1 && Fallback.Choose(Parts, ask, Scratch.Mine) is > 0 and var kept)
        {
            understanding = Narrowed(understanding, kept);
            (total, top, facets) = Page(ask.Only(kept), query);
        }

        return new MissionHits([.. top.Take(query.Limit).Select(hit => Hit(hit, ask.Filters))], total, top.Length > Math.Max(0, query.Limit), facets, understanding);
    }

    /// <summary>
    /// What else might suit somebody who looks at this mission: shares its most telling words, lies within 50 km (or is done from
    /// home like it), best first by 0.6 × text + 0.2 × same domain + 0.2 × nearness. Empty for an unknown id.
    /// </summary>
    public IReadOnlyList<MissionHit> FindSimilar(Guid id, int limit, DateOnly today)
    {
        foreach (var part in Parts)
        {
            if (part.FindLive(id.ToNumber()) is >= 0 and var placement)
            {
                var similarity = new Similarity(part.Segment, placement, Parts, _words, _codes, today);
                return [.. similarity.Find(limit).Select(hit => Hit(hit, similarity.Filters))];
            }
        }

        return [];
    }

    /// <summary>Every place of every mission that fits, gathered into cells of a map at this zoom when they are more than <paramref name="most"/>.</summary>
    public MissionMap Map(MissionQuery query, int zoom, int most)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (ask, _) = Understand(query);
        var points = MapPoints.Of(Parts, ask);
        if (points.Count == 0 && ask.Units.Count > 1 && Fallback.Choose(Parts, ask, Scratch.Mine) is > 0 and var kept)
        {
            points = MapPoints.Of(Parts, ask.Only(kept));
        }

        return MapPoints.Gather(points, zoom, most);
    }

    private (Ask Ask, Understanding Understanding) Understand(MissionQuery query)
    {
        var understanding = string.IsNullOrWhiteSpace(query.Text)
            ? Understanding.OfNothing : new QuestionReader(_french, _synonyms, _words).Read(query.Text);
        return (new Ask(query, understanding, _codes, _words), understanding);
    }

    private (int Total, Candidate[] Top, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets) Page(Ask ask, MissionQuery query)
    {
        var (scratch, total) = (Scratch.Mine, 0);
        scratch.Top.Start(Math.Clamp(query.Limit, 0, int.MaxValue - 1) + 1);
        if (query.WithFacets) { scratch.Facets.Start(_codes); }
        foreach (var part in Parts)
        {
            var sink = new PageSink(part, ask, query, scratch);
            scratch.Facets.StartSegment(part.Segment.Values);
            new Scan(part.Segment, ask, scratch).All(ref sink);
            if (query.WithFacets) { scratch.Facets.EndSegment(part.Segment.Values); }
            total += sink.Total;
        }

        return (total, scratch.Top.Take(), query.WithFacets ? scratch.Facets.Build(_codes) : new Dictionary<string, IReadOnlyList<FacetCount>>());
    }

    /// <summary>What is left out was not corrected either: a reader who sees both would wonder which.</summary>
    private static Understanding Narrowed(Understanding understanding, int kept)
    {
        var dropped = understanding.Words.Where((_, unit) => (kept >> unit & 1) == 0).Select(word => word.Written).ToList();
        var words = dropped.SelectMany(written => written.Split(' ')).ToHashSet();
        return new Understanding(
            [.. understanding.Words.Where((_, unit) => (kept >> unit & 1) > 0)],
            understanding.Corrected.Where(pair => !words.Contains(pair.Key)).ToDictionary(),
            [.. dropped, .. understanding.Dropped]);
    }

    private static MissionHit Hit(Candidate hit, Filters filters)
    {
        var place = hit.Segment.Spots[hit.Placement].Place;
        double? distance = filters.HasNear && place >= 0 ? UnitVector.Kilometres(hit.Chord) : null;
        return new MissionHit(hit.Id.ToGuid(), hit.Segment.Revisions[hit.Placement], place, distance, hit.Key, hit.Text);
    }
}
