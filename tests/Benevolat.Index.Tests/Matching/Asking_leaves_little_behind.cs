using Benevolat.Index.Matching;
using Benevolat.Index.Tests.Matching.Properties;

namespace Benevolat.Index.Tests.Matching;

public sealed class Asking_leaves_little_behind
{
    [Fact]
    public void Ten_times_as_many_missions_allocate_no_more()
    {
        var (few, many) = (Allocated(2_000), Allocated(20_000));
        Assert.True(many <= few + 256, $"{few} bytes with 2,000 missions, {many} with 20,000.");
    }

    [Fact]
    public void A_mission_takes_less_than_a_hundred_bytes()
    {
        var matcher = new MissionMatcher();
        matcher.Build(Enumerable.Range(0, 10_000).Select(number => Cases.Mission with
        {
            Id = Cases.Id(number),
            Places = number % 5 == 0 ? [Cases.Lyon, Cases.North] : [Cases.Lyon],
            Skills = number % 2 == 0 ? ["Cuisine", "Web"] : [],
            Times = [new(Cases.Hours(2, 14, 18), 4)],
        }));
        Assert.InRange(matcher.Current.Bytes / 10_000.0, 50, 100);
    }

    private static long Allocated(int count)
    {
        var matcher = new MissionMatcher();
        var any = new AnyMatch(seed: 5, owners: 1_000_000);
        matcher.Build(Enumerable.Range(0, count).Select(_ => any.Mission()).DistinctBy(mission => mission.Id));
        var (snapshot, volunteer) = (matcher.Current, Cases.Volunteer with { Remote = true, Free = WeekMask.Of(Enumerable.Range(0, 168)) });
        snapshot.Best(volunteer, Cases.Ask with { Count = 0 });
        var before = GC.GetAllocatedBytesForCurrentThread();
        snapshot.Best(volunteer, Cases.Ask with { Count = 0 });
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
