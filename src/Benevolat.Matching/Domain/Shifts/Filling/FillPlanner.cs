namespace Benevolat.Matching.Domain.Shifts.Filling;

/// <summary>
/// Proposes who takes which shift: as many places filled as possible, then as fairly as possible. Shifts that overlap form a group, of which a
/// person takes one at a time, so that no proposal ever clashes. Where all of a group overlap each other, as parallel shifts do, that is all there
/// is to it and the plan is optimal. Where they overlap like links of a chain, the first and the third could be one person's: what a round fixed
/// is kept, and another round looks at what is left, until a round adds nothing. Each round is optimal, and shifts that clash with few come first.
/// </summary>
public static class FillPlanner
{
    /// <param name="evenNotFree">Also whom their week says not to be free, as a last resort.</param>
    public static FillPlan Plan(IReadOnlyList<OpenShift> shifts, IReadOnlyList<Helper> helpers, bool evenNotFree = false)
    {
        var inOrder = shifts.OrderBy(shift => shift.Slot.StartsAt).ThenBy(shift => shift.Slot.EndsAt).ThenBy(shift => shift.Id).ToList();
        var (left, people) = (inOrder, helpers.ToList());
        var plan = new List<Assignment>();
        while (FillRound.Solve(left, people, evenNotFree) is { Count: > 0 } round)
        {
            plan.AddRange(round);
            left = [.. left.Select(shift => shift with { Left = shift.Left - round.Count(next => next.ShiftId == shift.Id) })];
            people = [.. people.Select(helper => Take(helper, round, inOrder))];
        }

        return new(plan, left.Where(shift => shift.Left > 0).ToDictionary(shift => shift.Id, shift => shift.Left));
    }

    private static Helper Take(Helper helper, IReadOnlyList<Assignment> round, List<OpenShift> shifts)
    {
        var taken = round.Where(next => next.ApplicationId == helper.ApplicationId).Select(next => shifts.First(shift => shift.Id == next.ShiftId)).ToList();
        return taken.Count == 0 ? helper : helper with
        {
            Busy = [.. helper.Busy, .. taken.Select(shift => shift.Slot)],
            Load = helper.Load + taken.Count,
            NotFor = helper.NotFor.Union(taken.Select(shift => shift.Id)).ToHashSet(),
        };
    }
}
