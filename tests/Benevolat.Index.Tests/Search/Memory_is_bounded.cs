using Benevolat.Index.Search;
using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

/// <summary>Coarse on purpose: the benchmarks measure, this only sees when something grows out of all proportion.</summary>
[Collection(nameof(Memory_is_bounded))]
[CollectionDefinition(nameof(Memory_is_bounded), DisableParallelization = true)]
public sealed class Memory_is_bounded
{
    private const int Count = 20_000;
    private const int MostBytesEach = 800;

    private static readonly string[] Words =
    [
        "aide", "devoirs", "maraude", "repas", "jardin", "lecture", "visite", "personnes", "âgées", "enfants", "école", "soutien",
        "collecte", "alimentaire", "atelier", "numérique",
    ];

    [Fact]
    public void A_mission_takes_some_hundred_bytes()
    {
        var index = new MissionIndex();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        index.Build(Enumerable.Range(0, Count).Select(Some));
        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.InRange(index.Current.Bytes / Count, 50, MostBytesEach);
        // What it says of itself is what it takes, give or take what is kept for reuse.
        Assert.True(taken < (2 * index.Current.Bytes) + 50_000_000, $"{taken:N0} bytes taken, {index.Current.Bytes:N0} told.");
        GC.KeepAlive(index);
    }

    [Fact]
    public void Changes_without_end_take_no_more_than_the_missions_there_are()
    {
        var index = new MissionIndex();
        index.Build(Enumerable.Range(0, 2000).Select(Some));
        var before = index.Current.Bytes;
        for (var round = 0; round < 60; round++)
        {
            var changed = Enumerable.Range(round * 37, 200).Select(Some);
            index.Apply([.. changed.Select(mission => new MissionChange(mission.Id, mission))]);
            if (index.MergeIsDue) { index.Merge(); }
        }

        Assert.True(index.Current.Bytes < 3 * before, $"{index.Current.Bytes:N0} bytes after as many missions took {before:N0}.");
    }

    private static MissionDocument Some(int number) => Mission(number, Text(number, 5), Text(number * 7, 60)) with
    {
        OrganisationName = $"Association {number % 500}",
        OrganisationId = Id(number % 500),
        Places = [Lyon with { Point = new(42 + (number % 700 / 100.0), number % 900 / 100.0) }],
        Activities = ["aide-aux-devoirs"],
        Audiences = ["enfants"],
        WeekHours = [.. Enumerable.Range(number % 160, 4)],
    };

    private static string Text(int seed, int words) => string.Join(' ', Enumerable.Range(0, words)
        .Select(i => i % 10 == 9 ? $"mot{(seed + i) % 3000}" : Words[(seed + (i * i)) % Words.Length]));
}
