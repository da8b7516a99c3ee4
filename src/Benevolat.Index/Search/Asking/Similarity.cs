using Benevolat.Index.Geography;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>Finds what is like a mission: its most telling words are the question, its place the ground.</summary>
internal sealed class Similarity
{
    private const int MostStems = 12;
    private const double WithinKm = 50;

    private readonly Segment _segment;
    private readonly int _placement;
    private readonly IReadOnlyList<SegmentPart> _parts;
    private readonly Ask _ask;

    public Similarity(Segment segment, int placement, IReadOnlyList<SegmentPart> parts, SnapshotWords words, Codebooks codes, DateOnly today)
    {
        (_segment, _placement, _parts) = (segment, placement, parts);
        var record = segment.RecordOf(placement);
        var query = record.Spot.Place < 0
            ? new MissionQuery { Remotes = record.Facts.Remote == codes.FullyRemote ? ["full"] : [], Today = today, Box = Nowhere }
            : new MissionQuery { Near = new GeoPoint(record.Details.Latitude, record.Details.Longitude), RadiusKm = WithinKm, Today = today };
        var telling = TellingStems(words);
        _ask = new Ask(query, Understanding.OfNothing with
        {
            Words = [.. telling.Select(stem => new UnderstoodWord(stem.Name, [new([stem.Name], 1, false)], stem.Rarity))],
        }, codes, words);
    }

    public Filters Filters => _ask.Filters;

    /// <summary>A box that holds no place: what is nowhere comes in by its being done from home.</summary>
    private static GeoBox Nowhere => new(0, 91, 0, 91);

    public Candidate[] Find(int limit)
    {
        var scratch = Scratch.Mine;
        scratch.Top.Start(limit);
        foreach (var part in _parts)
        {
            var sink = new SimilarSink(part, _ask.Filters, scratch, _segment.Ids[_placement], _segment.Facts[_placement].Domain);
            new Scan(part.Segment, _ask, scratch).Most(ref sink);
        }

        return scratch.Top.Take();
    }

    private IEnumerable<(string Name, float Rarity)> TellingStems(SnapshotWords words)
    {
        var stems = new HashSet<int>();
        var text = _segment.TextOf(_placement).Read();
        for (var field = Field.Title; field <= Field.Description; field++)
        {
            for (var left = text.Next(); left > 0; left--)
            {
                var stem = _segment.Vocabulary.StemOf(text.Next());
                if (field is Field.Title or Field.Description) { stems.Add(stem); }
            }
        }

        return stems
            .Select(stem => (Name: _segment.Vocabulary.StemNames[stem], Impact: _segment.Postings.ImpactOf(stem, _placement)))
            .Select(stem => (stem.Name, stem.Impact, Rarity: words.RarityOf(stem.Name)))
            .OrderByDescending(stem => stem.Rarity * stem.Impact).ThenBy(stem => stem.Name, StringComparer.Ordinal)
            .Take(MostStems).Select(stem => (stem.Name, stem.Rarity));
    }

    private readonly struct SimilarSink(SegmentPart part, Filters filters, Scratch scratch, UInt128 itself, byte domain) : ISink
    {
        public void Take(int placement, float value, bool inside)
        {
            var id = part.Segment.Ids[placement];
            if (part.Dead.Contains(placement) || id == itself) { return; }

            ref readonly var facts = ref part.Segment.Facts[placement];
            var chord = filters.ChordTo(part.Segment.Spots[placement]);
            if (facts.Has(RecordFlags.HasSiblings))
            {
                var several = new Several(part.Segment, placement, filters);
                if (!several.IsFirst()) { return; }
                (placement, chord) = several.Nearest();
            }
            else if (!inside && !filters.FitsPlace(part.Segment, placement)) { return; }

            var score = (0.6f * value) + (0.2f * (facts.Domain == domain ? 1 : 0)) + (0.2f * Relevance.Nearness(chord));
            scratch.Top.Offer(new Candidate(-score, id, part.Segment, placement, chord, value));
        }
    }
}
