namespace Benevolat.Index.Search.Segments;

/// <summary>A segment and those of its placements that are dead by now.</summary>
internal sealed record SegmentPart(Segment Segment, DeadSet Dead)
{
    /// <summary>How many missions are still there.</summary>
    public int Live => Segment.Documents - Dead.Missions;

    /// <summary>Missions that are still there, by their first placement.</summary>
    public IEnumerable<int> LiveMissions() => Segment.ById.Where(placement => !Dead.Contains(placement));

    /// <summary>The first placement of a mission that is still here; −1 when it isn't.</summary>
    public int FindLive(UInt128 id) => Segment.Find(id) is >= 0 and var placement && !Dead.Contains(placement) ? placement : -1;

    /// <summary>Whether a mission that is still there has the stem.</summary>
    public bool HasLive(int stem) => LiveWith(stem).Any();

    /// <summary>Whether a mission that is still there has the very word.</summary>
    public bool HasLiveWord(int word) => LiveWith(Segment.Vocabulary.StemOf(word)).Any(placement => HasWord(placement, word));

    private IEnumerable<int> LiveWith(int stem)
    {
        for (var chunk = 0; chunk < Segment.Postings.Chunks; chunk++)
        {
            var (start, end) = Segment.Postings.List(stem, chunk);
            for (var place = start; place < end; place++)
            {
                var placement = (chunk << Postings.ChunkBits) | Segment.Postings.Placements[place];
                if (!Dead.Contains(placement)) { yield return placement; }
            }
        }
    }

    private bool HasWord(int placement, int word)
    {
        var text = Segment.TextOf(placement).Read();
        for (var field = 0; field < TextWeights.Fields; field++)
        {
            for (var left = text.Next(); left > 0; left--)
            {
                if (text.Next() == word) { return true; }
            }
        }

        return false;
    }
}
