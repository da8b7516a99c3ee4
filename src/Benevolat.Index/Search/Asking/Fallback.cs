using System.Numerics;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>Where nothing has all the words: which of them to keep.</summary>
internal static class Fallback
{
    /// <summary>As many units as any mission that fits has; of such sets the most frequent, then the one with earlier words. 0 when no word helps.</summary>
    public static int Choose(IReadOnlyList<SegmentPart> parts, Ask ask, Scratch scratch)
    {
        var found = new int[1 << ask.Units.Count];
        foreach (var part in parts)
        {
            var sink = new CountingSink(part, ask.Filters, found);
            new Scan(part.Segment, ask, scratch).Any(ref sink);
        }

        return Enumerable.Range(1, found.Length - 1).Where(units => found[units] > 0)
            .OrderByDescending(units => BitOperations.PopCount((uint)units)).ThenByDescending(units => found[units])
            .ThenByDescending(units => Mirrored(units, ask.Units.Count)).FirstOrDefault();
    }

    /// <summary>The first unit in the highest bit, so that keeping an earlier one weighs more.</summary>
    private static int Mirrored(int units, int count) => Enumerable.Range(0, count).Sum(unit => (units >> unit & 1) << (count - 1 - unit));

    private readonly struct CountingSink(SegmentPart part, Filters filters, int[] found) : ISink
    {
        public void Take(int placement, float value, bool inside)
        {
            if (part.Dead.Contains(placement)) { return; }

            ref readonly var record = ref part.Segment.Records[placement];
            if (filters.Failed(record, part.Segment.Values) != 0 || !IsOnceWhereItShould(placement, record, inside)) { return; }

            found[(int)value]++;
        }

        private bool IsOnceWhereItShould(int placement, in MissionRecord record, bool inside)
        {
            if ((record.Flags & RecordFlags.HasSiblings) == 0)
            {
                return (inside || filters.FitsPlace(record, filters.ChordTo(record))) && filters.FitsDepartment(record);
            }

            var several = Several.Of(part.Segment, placement, filters);
            return several.Lowest == placement && several.Shown >= 0;
        }
    }
}
