using System.Globalization;
using System.Text;
using Benevolat.Index.Search;

namespace Benevolat.Benchmarks.Corpus;

/// <summary>
/// What people search for: one to three words within 30 km of a commune, part of it narrowed to domains, kinds or "from 16 on".
/// Each question is put together from one of the first missions, so that it finds something.
/// </summary>
internal sealed class Questions(MissionCorpus corpus, Vocabulary vocabulary, Communes communes)
{
    public const double RadiusKm = 30;

    /// <param name="among">How many of the first missions the questions come from.</param>
    public IReadOnlyList<MissionQuery> Make(int many, int among) => [.. Enumerable.Range(0, many).Select(number => Make(new Randomness(corpus.Seed + 5, number), among))];

    private MissionQuery Make(Randomness random, int among)
    {
        while (true)
        {
            var mission = corpus.Mission(random.Below(among));
            if (mission.Places is not [var place, ..]) { continue; }

            // Nearer than the radius, or the mission itself might lie outside.
            var near = communes.DrawNear(random, place.Point, 0.8 * RadiusKm);
            if (Distance.Km(near.Centre, place.Point) > RadiusKm || Words(random, mission) is not { } text) { continue; }

            return new MissionQuery
            {
                Text = text,
                Near = near.Centre,
                RadiusKm = RadiusKm,
                Domains = random.Chance(0.3) ? [.. new[] { mission.Domain, random.Pick(Codes.Domains) }.Take(random.Between(1, 2)).Distinct()] : [],
                Kinds = random.Chance(0.2) ? [mission.Kind] : [],
                OpenToMinors = mission.OpenToMinors && random.Chance(0.6),
                Today = MissionCorpus.Today,
                Limit = 20,
            };
        }
    }

    /// <summary>Words with a meaning, of the title more often than of the description; some people leave accents out.</summary>
    private string? Words(Randomness random, MissionDocument mission)
    {
        var many = random.NextDouble() switch { < 0.35 => 1, < 0.8 => 2, _ => 3 };
        var text = random.Chance(0.6) ? mission.Title : mission.Description;
        var words = text.ToLowerInvariant().Split([' ', '\'', '.', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 2 && !vocabulary.IsFunctionWord(word)).Distinct().ToList();
        if (words.Count < many) { return null; }

        var chosen = new List<string>();
        while (chosen.Count < many)
        {
            var word = Likely(random, words);
            words.Remove(word);
            chosen.Add(random.Chance(0.15) ? Unaccented(word) : word);
        }

        return string.Join(' ', chosen);
    }

    /// <summary>People search by common words rather than by rare ones: mostly the commonest of three.</summary>
    private string Likely(Randomness random, List<string> words)
    {
        var word = random.Pick(words);
        return random.Chance(0.3) ? word : new[] { word, random.Pick(words), random.Pick(words) }.MinBy(vocabulary.RankOf)!;
    }

    private static string Unaccented(string word) =>
        string.Concat(word.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark));
}
