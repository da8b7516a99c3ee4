using Benevolat.Index.Search;
using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Properties;

/// <summary>What is kept in blocks of 65,536, and words in dictionaries of thousands: beyond what the random lives reach.</summary>
public sealed class Sizes_that_small_worlds_never_reach
{
    private static readonly string[] Titles =
        ["Maraude", "Aide aux devoirs", "Jardin partagé", "Lecture à l'école", "Banque alimentaire", "Maraude à vélo"];

    [Fact]
    public void Seventy_thousand_missions_at_a_hundred_and_forty_thousand_places()
    {
        var random = new Random(1);
        var both = Both.Of(Enumerable.Range(0, 70_000).Select(i => Somewhere(random, i)));
        both.Put([.. Enumerable.Range(69_000, 2000).Select(i => Somewhere(random, i))]);
        both.Remove([.. Enumerable.Range(100, 500)]);
        MissionQuery[] queries =
        [
            Asked("maraude"), Asked("maraude vélo") with { Sort = MissionSort.Newest }, Asked("aide devoirs jardin"),
            Asked("\"aide aux devoirs\"") with { Departments = ["69"] },
            Asked() with { Near = Lyon.Point, RadiusKm = 30, Sort = MissionSort.Distance },
            Asked("lecture") with { Near = Paris.Point, RadiusKm = 400, Remotes = ["full"] },
            Asked("unique65530 ") with { Near = Paris.Point },
            Asked("maraude") with { Box = new(-5, 42, 9, 51), Sort = MissionSort.Date },
        ];
        Assert.All(queries, query => Assert.True(both.Find(query with { Limit = 50 }).Total > 0, Show.Query(query)));
    }

    [Fact]
    public void Corrections_and_completions_among_thousands_of_words()
    {
        var random = new Random(2);
        var words = Enumerable.Range(0, 4000).Select(_ => Letters(random, random.Next(2, 12))).ToArray();
        var both = Both.Of(words.Chunk(40).Select((some, i) => Mission(i, "", string.Join(' ', some))));
        var young = Enumerable.Range(0, 200).Select(_ => Letters(random, 9)).Chunk(40);
        both.Put([.. young.Select((some, i) => Mission(i + 500, "", string.Join(' ', some)))]);
        for (var i = 0; i < 400; i++)
        {
            var word = words[random.Next(words.Length)];
            for (var slip = random.Next(3); slip > 0; slip--)
            {
                word = word.Remove(random.Next(word.Length), 1).Insert(random.Next(word.Length), Letters(random, random.Next(3)));
            }

            both.Find(word + " ");
            both.Find(word[..Math.Min(word.Length, random.Next(1, 5))]);
        }
    }

    /// <summary>Few letters, so that words lie near each other.</summary>
    private static string Letters(Random random, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => "abcr"[random.Next(4)]));

    private static MissionDocument Somewhere(Random random, int number)
    {
        var place = random.Next(3) switch { 0 => Lyon, 1 => Paris, _ => Marseille };
        var (north, east) = (random.Next(-100, 100) / 100.0, random.Next(-100, 100) / 100.0);
        var near = place with { Point = new(place.Point.Latitude + north, place.Point.Longitude + east) };
        return Mission(number, Titles[random.Next(Titles.Length)], $"unique{number}").In(near, place) with
        {
            Remote = random.Next(5) == 0 ? "full" : "no",
            PublishedAt = Plain.PublishedAt.AddMinutes(random.Next(10_000)),
            StartsOn = random.Next(2) == 0 ? Today.AddDays(random.Next(100)) : null,
        };
    }
}
