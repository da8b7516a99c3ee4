using Benevolat.Index.Search;
using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

public sealed class Changes_show_at_once
{
    [Fact]
    public void A_new_index_is_empty_and_can_be_asked()
    {
        var engine = new MissionIndex();
        Assert.Equal(0, engine.Current.Count);
        Assert.Equal(0, engine.Current.Find(Asked("maraude")).Total);
        Assert.Empty(engine.Current.FindSimilar(Id(1), 5, Today));
        Assert.Empty(engine.Current.Map(Asked(), 5, 100).Points);
        Assert.False(engine.MergeIsDue);
        engine.Merge();
        Assert.Equal(0, engine.Current.Count);
    }

    [Fact]
    public void A_mission_comes_changes_and_goes()
    {
        var both = new Both(Mission(1, "Maraude").In(Lyon));
        both.Put(Mission(1, "Jardin").In(Paris));
        Assert.Equal(0, both.Find("maraude ").Total);
        Assert.Equal([1], both.Find("jardin").Numbers());
        Assert.Equal(0, both.Find(Asked() with { Near = Lyon.Point, RadiusKm = 10 }).Total);
        Assert.Equal(1, both.Engine.Current.Count);
        both.Remove(1);
        Assert.Equal(0, both.Find(Asked()).Total);
        Assert.Equal(0, both.Engine.Current.Count);
        both.Put(Mission(1, "Maraude"));
        Assert.Equal([1], both.Find("maraude").Numbers());
    }

    [Fact]
    public void A_mission_loses_places_and_gets_others()
    {
        var both = new Both(Mission(1).In(Lyon, Paris, Marseille), Mission(2).In(Lyon));
        both.Put(Mission(1).In(Villeurbanne));
        Assert.Equal(2, both.Find(Asked() with { Departments = ["69"] }).Total);
        Assert.Equal(0, both.Find(Asked() with { Departments = ["75", "13"] }).Total);
        both.Put(Mission(1).In(Paris, Lyon) with { Remote = "full" });
        Assert.Equal(2, both.Find(Asked()).Total);
        both.Remove(1);
        Assert.Equal([2], both.Find(Asked()).Numbers());
    }

    [Fact]
    public void The_later_of_two_changes_of_one_mission_counts()
    {
        var both = new Both(Mission(1, "Maraude"));
        both.Apply(new MissionChange(Id(1), Mission(1, "Jardin")), new(Id(1), Mission(1, "Lecture")));
        Assert.Equal([1], both.Find("lecture").Numbers());
        Assert.Equal(0, both.Find("jardin ").Total);
        both.Apply(new MissionChange(Id(1), Mission(1, "Jardin")), new(Id(1), null));
        Assert.Equal(0, both.Find(Asked()).Total);
        both.Apply(new MissionChange(Id(1), null), new(Id(1), Mission(1, "Jardin")));
        Assert.Equal([1], both.Find("jardin").Numbers());
    }

    [Fact]
    public void Removing_what_is_not_there_is_no_error()
    {
        var both = new Both(Mission(1));
        both.Remove(2, 3, 2);
        Assert.Equal(1, both.Find(Asked()).Total);
    }

    [Fact]
    public void Each_step_has_a_higher_number()
    {
        var both = new Both();
        var numbers = new List<long> { both.Engine.Current.Number };
        Action[] steps =
            [() => both.Build([]), () => both.Apply([]), () => both.Put(Mission(1)), both.Merge, both.Merge, () => both.Remove(9)];
        foreach (var step in steps)
        {
            step();
            numbers.Add(both.Engine.Current.Number);
        }

        Assert.Equal(numbers.Order().Distinct(), numbers);
    }

    [Fact]
    public void A_snapshot_stays_as_it_was()
    {
        var both = new Both(Mission(1, "Maraude"), Mission(2, "Maraude"));
        var (engine, reference) = (both.Engine.Current, both.Reference.Current);
        both.Remove(1);
        both.Put(Mission(2, "Jardin"), Mission(3, "Maraude"));
        both.Merge();
        both.Build([Mission(4, "Maraude")]);
        Assert.Equal([2, 1], Same.Find(reference, engine, Asked("maraude")).Numbers());
        Assert.Equal(2, engine.Count);
        Assert.Equal([4], both.Find("maraude").Numbers());
    }

    [Fact]
    public void Two_missions_with_one_id_are_not_built_and_nothing_is_lost()
    {
        var both = new Both(Mission(1, "Maraude"));
        Assert.Throws<ArgumentException>(() => both.Engine.Build([Mission(2), Mission(2)]));
        Assert.Equal([1], both.Find("maraude").Numbers());
    }

    [Fact]
    public void A_change_that_cannot_be_read_changes_nothing()
    {
        var both = new Both(Mission(1, "Maraude"));
        Assert.ThrowsAny<Exception>(
            () => both.Engine.Apply([new(Id(2), Mission(2, "Jardin")), new(Id(1), Mission(1) with { Places = null! })]));
        Assert.Equal([1], both.Find("maraude").Numbers());
        Assert.Equal(1, both.Engine.Current.Count);
        both.Merge();
        Assert.Equal([1], both.Find("maraude").Numbers());
    }

    [Fact]
    public async Task A_change_that_cannot_be_read_while_a_merge_runs_changes_nothing_either()
    {
        var index = new MissionIndex();
        index.Build(Enumerable.Range(0, 2000).Select(i => Mission(i, "Maraude", "Aide aux devoirs")));
        using var end = new CancellationTokenSource();
        var merging = Task.Factory.StartNew(
            () =>
            {
                while (!end.IsCancellationRequested) { index.Merge(); }
            },
            TaskCreationOptions.LongRunning);
        for (var i = 0; i < 300; i++)
        {
            Assert.ThrowsAny<Exception>(() => index.Apply([new(Id(i), Mission(i) with { Places = null! })]));
            Thread.Yield();
        }

        await end.CancelAsync();
        await merging;
        Assert.Equal(2000, index.Current.Count);
    }

    [Fact]
    public async Task Missions_that_come_one_by_one_are_built_alike()
    {
        var both = new Both(Mission(1, "Maraude"));
        await both.Engine.BuildAsync(new[] { Mission(2, "Jardin").In(Lyon), Mission(3, "Jardin à vélo") }.ToAsyncEnumerable());
        both.Reference.Build([Mission(2, "Jardin").In(Lyon), Mission(3, "Jardin à vélo")]);
        Assert.Equal([2, 3], both.Find("jardin").Numbers().Order());
        using var off = new CancellationTokenSource();
        await off.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => both.Engine.BuildAsync(Endless(off.Token), off.Token));
        Assert.Equal(2, both.Find(Asked()).Total);
    }

    private static async IAsyncEnumerable<MissionDocument> Endless(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        for (var i = 0; ; i++)
        {
            await Task.Yield();
            stop.ThrowIfCancellationRequested();
            yield return Mission(i);
        }
    }

    [Fact]
    public void A_merge_that_is_called_off_changes_nothing()
    {
        var both = new Both(Mission(1, "Maraude"));
        both.Put(Mission(2, "Jardin"));
        using var off = new CancellationTokenSource();
        off.Cancel();
        Assert.Throws<OperationCanceledException>(() => both.Engine.Merge(off.Token));
        Assert.Equal([2, 1], both.Find(Asked()).Numbers());
        both.Remove(1);
        both.Merge(); // and the next one runs
        Assert.Equal([2], both.Find(Asked("jardin")).Numbers());
    }

    [Fact]
    public void A_merge_is_due_when_a_sixteenth_has_changed()
    {
        var both = Both.Of(Enumerable.Range(0, 3200).Select(i => Mission(i)));
        Assert.False(both.Engine.MergeIsDue);
        both.Put([.. Enumerable.Range(4000, 60).Select(i => Mission(i))]);
        Assert.False(both.Engine.MergeIsDue);
        both.Put([.. Enumerable.Range(0, 200).Select(i => Mission(i))]);
        Assert.True(both.Engine.MergeIsDue);
        both.Merge();
        Assert.False(both.Engine.MergeIsDue);
    }

    [Fact]
    public void Removals_make_a_merge_due_too()
    {
        var both = Both.Of(Enumerable.Range(0, 1000).Select(i => Mission(i)));
        both.Remove([.. Enumerable.Range(0, 100)]);
        Assert.True(both.Engine.MergeIsDue);
    }

    [Fact]
    public void Thousands_of_single_changes_end_as_the_same_index()
    {
        var both = new Both();
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var number = random.Next(150);
            if (random.Next(4) == 0) { both.Remove(number); }
            else { both.Put(Mission(number, random.Next(2) == 0 ? "Maraude" : "Jardin").In(random.Next(2) == 0 ? Lyon : Paris)); }
            if (i % 97 == 0) { both.Find(Asked("maraude") with { Departments = ["69"], Limit = 200 }); }
            if (i == 1000) { both.Merge(); }
        }

        both.Find(Asked() with { Limit = 200 });
        Assert.Equal(both.Reference.Current.Count, both.Engine.Current.Count);
    }
}
