namespace Benevolat.Benchmarks.Corpus;

/// <summary>An organisation that offers missions.</summary>
internal sealed record Organisation(Guid Id, string Name, Commune Home, int Topic, string? Network, double? AnswerRate);

/// <summary>One organisation for thirty missions. The n-th is always the same.</summary>
internal sealed class Organisations(ulong seed, FrenchText text, Communes communes)
{
    public const int MissionsEach = 30;
    private static readonly DateTimeOffset Founded = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Organisation Get(int number)
    {
        var random = new Randomness(seed + 1, number);
        var home = communes.Draw(random);
        var topic = random.Below(64);
        return new(
            random.NextId(Founded.AddMinutes(number)), text.OrganisationName(random, topic, home), home, topic,
            random.Chance(0.5) ? $"reseau-{random.Below(20)}" : null,
            random.Chance(0.25) ? null : Math.Round(0.3 + (0.7 * random.NextDouble()), 2));
    }

    /// <summary>The one that a mission is of: earlier ones have more missions, as older ones do.</summary>
    public static int Of(int mission, Randomness random) => random.Below((mission / MissionsEach) + 1);
}
