using Benevolat.Matching.Domain.Shifts.Filling;

namespace Benevolat.Matching.Tests.Domain;

public sealed class FillPlannerTests
{
    private static readonly IReadOnlySet<int> Nothing = new HashSet<int>();
    private static readonly IReadOnlySet<int> WednesdayAfternoon = Enumerable.Range(48 + 14, 4).ToHashSet();
    private static readonly IReadOnlySet<int> Mondays = Enumerable.Range(0, 24).ToHashSet();

    [Fact]
    public void Those_who_said_that_they_are_free_come_before_those_who_said_nothing()
    {
        var (free, silent) = (Person(WednesdayAfternoon), Person(Nothing));
        var plan = FillPlanner.Plan([Open(0, 3)], [silent, free]);
        var only = Assert.Single(plan.Assignments);
        Assert.Equal((free.ApplicationId, true), (only.ApplicationId, only.Available));
        Assert.Empty(plan.Missing);
    }

    [Fact]
    public void Who_is_not_free_is_asked_only_when_that_was_wanted_and_as_a_last_resort()
    {
        var (busy, silent, shift) = (Person(Mondays), Person(Nothing), Open(0, 3, left: 2));
        var plan = FillPlanner.Plan([shift], [busy, silent]);
        Assert.Equal([silent.ApplicationId], plan.Assignments.Select(next => next.ApplicationId));
        Assert.Equal(1, plan.Missing[shift.Id]);

        var asked = FillPlanner.Plan([shift], [busy, silent], evenNotFree: true);
        Assert.Equal(2, asked.Assignments.Count);
        Assert.All(asked.Assignments, next => Assert.False(next.Available));
        Assert.Equal([silent.ApplicationId], FillPlanner.Plan([shift with { Left = 1 }], [busy, silent], evenNotFree: true).Assignments.Select(next => next.ApplicationId));
    }

    [Fact]
    public void Free_for_a_part_of_the_shift_is_not_free()
    {
        var person = Person(Enumerable.Range(48 + 14, 2).ToHashSet());
        Assert.Empty(FillPlanner.Plan([Open(0, 3)], [person]).Assignments);
        Assert.Single(FillPlanner.Plan([Open(0, 2)], [person]).Assignments);
    }

    [Fact]
    public void Nobody_has_a_second_shift_before_everybody_has_a_first()
    {
        var (free, silent, late) = (Person(Enumerable.Range(0, 168).ToHashSet()), Person(Nothing), Person(Nothing) with { Load = 1 });
        var plan = FillPlanner.Plan([Open(0, 2), Open(24, 26), Open(48, 50)], [free, silent, late]);
        Assert.Equal(3, plan.Assignments.Count);
        Assert.Equal(2, plan.Assignments.Count(next => next.ApplicationId == free.ApplicationId)); // the second of somebody free costs as much as late's, who is silent
        Assert.Single(plan.Assignments, next => next.ApplicationId == silent.ApplicationId);

        var two = FillPlanner.Plan([Open(0, 2), Open(24, 26)], [free, silent]);
        Assert.Equal(2, two.Assignments.Select(next => next.ApplicationId).Distinct().Count());
    }

    [Fact]
    public void Nobody_is_at_two_places_at_once_and_nobody_is_asked_twice_for_the_same()
    {
        var person = Person(Nothing) with { Busy = [Shifted.Slot(2, 4)] };
        Assert.Empty(FillPlanner.Plan([Open(0, 3)], [person]).Assignments);
        Assert.Single(FillPlanner.Plan([Open(0, 2)], [person]).Assignments);

        var shift = Open(0, 2);
        Assert.Empty(FillPlanner.Plan([shift], [person with { NotFor = new HashSet<Guid> { shift.Id } }]).Assignments);
    }

    [Fact]
    public void Of_shifts_that_overlap_like_a_chain_one_person_takes_the_first_and_the_last()
    {
        var (first, middle, last) = (Open(0, 2), Open(1, 4), Open(3, 5));
        var plan = FillPlanner.Plan([middle, last, first], [Person(Nothing)]);
        Assert.Equal([first.Id, last.Id], plan.Assignments.Select(next => next.ShiftId).OrderBy(id => id == last.Id));
        Assert.Equal([middle.Id], plan.Missing.Keys);
    }

    [Fact]
    public void Nobody_and_nothing_to_do_is_an_empty_plan()
    {
        Assert.Empty(FillPlanner.Plan([], [Person(Nothing)]).Assignments);
        Assert.Single(FillPlanner.Plan([Open(0, 2)], []).Missing);
    }

    /// <summary>Small cases against trying everything: without chains as many places are filled as can be, and the sum of squares of loads is as small as can be.</summary>
    [Fact]
    public void It_is_optimal_where_overlapping_shifts_are_parallel()
    {
        var random = new Random(20261128);
        for (var round = 0; round < 150; round++)
        {
            // Times at which one or two shifts run beside each other.
            var shifts = Enumerable.Range(0, random.Next(1, 4)).SelectMany(day => Enumerable.Range(0, random.Next(1, 3)).Select(_ => Open(day * 24, (day * 24) + 3, random.Next(1, 3)))).ToList();
            var people = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Person(Nothing) with
            {
                Busy = [.. Enumerable.Range(0, 3).Where(_ => random.Next(3) == 0).Select(day => Shifted.Slot(day * 24, (day * 24) + 1))],
                Load = random.Next(3),
            }).ToList();
            var plan = FillPlanner.Plan(shifts, people);
            AssertSound(plan, shifts, people);
            Assert.Equal(Best(shifts, people, 0, [.. shifts.Select(shift => shift.Left)], []), Worth(plan.Assignments.Select(next => (next.ShiftId, next.ApplicationId)), people));
        }
    }

    [Fact]
    public void Whatever_overlaps_a_plan_is_sound()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var shifts = Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(0, 40) is var from ? Open(from, from + random.Next(1, 9), random.Next(1, 4)) : null!).ToList();
            var people = Enumerable.Range(0, random.Next(1, 7)).Select(_ => Person(random.Next(2) == 0 ? Nothing : Enumerable.Range(0, 168).Where(_ => random.Next(4) > 0).ToHashSet()) with
            {
                Busy = random.Next(2) == 0 ? [] : [Shifted.Slot(random.Next(0, 20), random.Next(20, 30))],
            }).ToList();
            AssertSound(FillPlanner.Plan(shifts, people), shifts, people);
        }
    }

    private static void AssertSound(FillPlan plan, List<OpenShift> shifts, List<Helper> people)
    {
        Assert.Equal(plan.Assignments.Count, plan.Assignments.Select(next => (next.ShiftId, next.ApplicationId)).Distinct().Count());
        foreach (var shift in shifts)
        {
            Assert.Equal(shift.Left, plan.Assignments.Count(next => next.ShiftId == shift.Id) + plan.Missing.GetValueOrDefault(shift.Id));
        }

        foreach (var person in people)
        {
            var slots = plan.Assignments.Where(next => next.ApplicationId == person.ApplicationId).Select(next => shifts.Single(shift => shift.Id == next.ShiftId).Slot).ToList();
            for (var index = 0; index < slots.Count; index++)
            {
                Assert.False(slots[index].ClashesWithAny([.. slots[..index], .. person.Busy]));
                Assert.NotEqual(Availability.NotFree, person.Hours.Look(slots[index]));
            }
        }
    }

    /// <summary>Every way to fill the places, one after the other.</summary>
    private static (int Filled, int Unfairness) Best(List<OpenShift> shifts, List<Helper> people, int at, int[] left, List<(Guid, Guid)> chosen)
    {
        if (at == shifts.Count * people.Count) { return Worth(chosen, people); }

        var (shift, person) = (shifts[at / people.Count], people[at % people.Count]);
        var best = Best(shifts, people, at + 1, left, chosen);
        var mine = chosen.Where(next => next.Item2 == person.ApplicationId).Select(next => shifts.Single(other => other.Id == next.Item1).Slot);
        if (left[at / people.Count] == 0 || shift.Slot.ClashesWithAny(person.Busy.Concat(mine))) { return best; }

        left[at / people.Count]--;
        chosen.Add((shift.Id, person.ApplicationId));
        var with = Best(shifts, people, at + 1, left, chosen);
        chosen.RemoveAt(chosen.Count - 1);
        left[at / people.Count]++;
        return with.Filled > best.Filled || (with.Filled == best.Filled && with.Unfairness < best.Unfairness) ? with : best;
    }

    private static (int Filled, int Unfairness) Worth(IEnumerable<(Guid Shift, Guid Person)> chosen, List<Helper> people)
    {
        var all = chosen.ToList();
        return (all.Count, people.Sum(person => Enumerable.Range(1, all.Count(next => next.Person == person.ApplicationId)).Sum(more => person.Load + more)));
    }

    private static OpenShift Open(double from, double to, int left = 1) => new(Guid.NewGuid(), Shifted.Slot(from, to), left);

    private static Helper Person(IReadOnlySet<int> hours) => new(Guid.NewGuid(), Guid.NewGuid(), hours, [], 0, new HashSet<Guid>());
}
