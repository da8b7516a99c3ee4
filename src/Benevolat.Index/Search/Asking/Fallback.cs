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

            if (filters.Failed(part.Segment, placement) != 0 || !IsOnceWhereItShould(placement, inside)) { return; }

            found[(int)value]++;
        }

        private bool IsOnceWhereItShould(int placement, bool inside)
        {
            var (segment, facts) = (part.Segment, part.Segment.Facts[placement]);
            if (!facts.Has(RecordFlags.HasSiblings))
            {
                return (inside || filters.FitsPlace(segment, placement)) && filters.FitsDepartment(facts);
            }

            var several = new Several(segment, placement, filters);
            return several.IsFirst() && (!filters.HasDepartments || several.Nearest().Placement >= 0);
        }
    }
}
