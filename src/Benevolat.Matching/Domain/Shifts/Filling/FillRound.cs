using Google.OrTools.Graph;

namespace Benevolat.Matching.Domain.Shifts.Filling;

/// <summary>
/// One minimum-cost flow: source → volunteer (one arc per shift they might take, each dearer than the one before) → volunteer in a group of
/// overlapping shifts (one at a time) → shift → sink (its places). The largest flow fills most; the cheapest of those is the fairest.
/// </summary>
internal sealed class FillRound : IDisposable
{
    /// <summary>More than availability can weigh: anybody's first shift comes before somebody's second.</summary>
    private const long Fairness = 100_000;
    private const long UnsaidCost = 20_000;
    private const long NotFreeCost = 100_000_000;
    private const long MostClashes = 1_000;

    private const int Source = 0;
    private const int Sink = 1;
    private readonly MinCostFlow _flow = new();
    private readonly List<(int Arc, OpenShift Shift, Helper Helper, Availability Availability)> _choices = [];
    private int _nodes = 2;

    private FillRound() { }

    public static IReadOnlyList<Assignment> Solve(IReadOnlyList<OpenShift> shifts, IReadOnlyList<Helper> helpers, bool evenNotFree)
    {
        using var round = new FillRound();
        var open = shifts.Where(shift => shift.Left > 0).ToList();
        var places = open.ConvertAll(shift => round.AddShift(shift));
        var groups = GroupsOf(open);
        foreach (var helper in helpers) { round.Add(helper, open, places, groups, evenNotFree); }
        return round.Choose(open.Sum(shift => (long)shift.Left));
    }

    public void Dispose() => _flow.Dispose();

    private int AddShift(OpenShift shift)
    {
        var node = _nodes++;
        _flow.AddArcWithCapacityAndUnitCost(node, Sink, shift.Left, 0);
        return node;
    }

    private void Add(Helper helper, List<OpenShift> shifts, List<int> places, List<int> groups, bool evenNotFree)
    {
        var (me, inGroup) = (_nodes++, new Dictionary<int, int>());
        for (var index = 0; index < shifts.Count; index++)
        {
            var shift = shifts[index];
            var availability = helper.Hours.Look(shift.Slot);
            if (availability is Availability.NotFree && !evenNotFree) { continue; }
            if (helper.NotFor.Contains(shift.Id) || shift.Slot.ClashesWithAny(helper.Busy)) { continue; }
            if (!inGroup.TryGetValue(groups[index], out var node))
            {
                inGroup[groups[index]] = node = _nodes++;
                _flow.AddArcWithCapacityAndUnitCost(me, node, 1, 0);
            }

            var arc = _flow.AddArcWithCapacityAndUnitCost(node, places[index], 1, CostOf(availability) + ClashesOf(shift, shifts));
            _choices.Add((arc, shift, helper, availability));
        }

        for (var more = 1; more <= inGroup.Count; more++) { _flow.AddArcWithCapacityAndUnitCost(Source, me, 1, Fairness * (helper.Load + more)); }
    }

    private IReadOnlyList<Assignment> Choose(long places)
    {
        if (_choices.Count == 0) { return []; }
        _flow.SetNodeSupply(Source, places);
        _flow.SetNodeSupply(Sink, -places);
        var status = _flow.SolveMaxFlowWithMinCost();
        if (status is not MinCostFlowBase.Status.OPTIMAL) { throw new InvalidOperationException($"Shifts could not be shared out: {status}."); }

        return [.. _choices.Where(choice => _flow.Flow(choice.Arc) > 0).Select(choice => new Assignment(
            choice.Shift.Id, choice.Helper.ApplicationId, choice.Helper.VolunteerId, choice.Availability is Availability.Free))];
    }

    /// <summary>The group of each shift: those that overlap, and what overlaps with these. The shifts come in order of time.</summary>
    private static List<int> GroupsOf(List<OpenShift> shifts)
    {
        var (groups, group, until) = (new List<int>(), -1, DateTimeOffset.MinValue);
        foreach (var slot in shifts.Select(shift => shift.Slot))
        {
            if (slot.StartsAt >= until) { group++; }
            if (slot.EndsAt > until) { until = slot.EndsAt; }
            groups.Add(group);
        }

        return groups;
    }

    private static long CostOf(Availability availability) => availability switch
    {
        Availability.Free => 0,
        Availability.Unsaid => UnsaidCost,
        _ => NotFreeCost,
    };

    private static long ClashesOf(OpenShift shift, List<OpenShift> shifts) => Math.Min(MostClashes, shifts.Count(other => other.Slot.Clashes(shift.Slot)));
}
