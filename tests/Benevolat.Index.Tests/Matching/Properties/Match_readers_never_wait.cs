using System.Collections.Concurrent;
using Benevolat.Index.Matching;
using Benevolat.Index.Tests.Matching.Reference;

namespace Benevolat.Index.Tests.Matching.Properties;

/// <summary>Readers at work while missions come, change, go and are merged: each answer is that of one moment, whole.</summary>
public sealed class Match_readers_never_wait
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_they_get_while_one_writes_is_what_the_reference_says_at_that_number(int seed)
    {
        var any = new AnyMatch(seed, owners: 200);
        var (engine, plain) = (new MissionMatcher(), new SortedDictionary<Guid, MatchMission>());
        var asked = Enumerable.Range(0, 8).Select(_ => (Volunteer: any.Volunteer(), Ask: any.Ask())).ToList();
        var moments = new ConcurrentDictionary<long, MatchMission[]> { [engine.Current.Number] = [] };
        var heard = new ConcurrentDictionary<(long Number, int Asked, string Answer), int>();
        using var end = new CancellationTokenSource();
        List<Task> tasks = [.. Enumerable.Range(0, 3).Select(reader => OnItsOwnThread(() => Read(engine, asked, reader, heard, end.Token))), OnItsOwnThread(() => Merge(engine, end.Token))];
        try
        {
            for (var step = 0; step < 40; step++)
            {
                var changes = any.Event(MatchStepKind.Apply, 40).Missions;
                foreach (var (id, mission) in changes)
                {
                    if (mission is null) { plain.Remove(id); }
                    else { plain[id] = mission; }
                }

                var number = engine.Apply(changes);
                moments[number] = [.. plain.Values];
                SpinWait.SpinUntil(() => heard.Keys.Any(answer => answer.Number >= number) || tasks.Exists(task => task.IsFaulted), TimeSpan.FromSeconds(10));
            }
        }
        finally
        {
            await end.CancelAsync();
        }

        await Task.WhenAll(tasks);
        var numbers = moments.Keys.Order().ToList();
        Assert.True(heard.Keys.Select(answer => answer.Number).Distinct().Count() > 20, "The readers saw too few moments to prove anything.");
        Assert.All(heard.Keys, answer =>
        {
            var moment = moments[numbers.Last(number => number <= answer.Number)];
            var (volunteer, ask) = asked[answer.Asked];
            Assert.Equal(string.Join('\n', PlainMatcher.Missions(moment, volunteer, ask, MatchWeights.Current)), answer.Answer);
        });
    }

    private static void Read(
        MissionMatcher engine, List<(MatchVolunteer Volunteer, MatchAsk Ask)> asked, int seed, ConcurrentDictionary<(long, int, string), int> heard, CancellationToken end)
    {
        var random = new Random(seed);
        while (!end.IsCancellationRequested)
        {
            var (snapshot, number) = (engine.Current, random.Next(asked.Count));
            heard.TryAdd((snapshot.Number, number, string.Join('\n', snapshot.Best(asked[number].Volunteer, asked[number].Ask).Select(PlainMatcher.Show))), 0);
        }
    }

    /// <summary>Raises the number too, and changes nothing.</summary>
    private static void Merge(MissionMatcher engine, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            engine.Merge(CancellationToken.None);
            end.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(2));
        }
    }

    private static Task OnItsOwnThread(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
