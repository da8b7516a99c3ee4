using Benevolat.Index.Geography;

namespace Benevolat.Index.Search;

/// <summary>
/// The formula of relevance, 0 to 1: 0.70 × text + 0.15 × nearness + 0.10 × freshness + 0.05 × answers.
/// <list type="bullet">
/// <item>text: BM25F of the words over what a mission that is all about them would get (see the decision 0014);</item>
/// <item>nearness: 1 / (1 + d / 10 km), with d the straight line in km; 0 without a place to be near to;</item>
/// <item>freshness: halves every 30 days since publication;</item>
/// <item>answers: the organisation's answer rate, 0.5 while unknown.</item>
/// </list>
/// </summary>
public static class Relevance
{
    public const float TextWeight = 0.70f;
    public const float NearnessWeight = 0.15f;
    public const float FreshnessWeight = 0.10f;
    public const float AnswersWeight = 0.05f;
    public const float HalvingKm = 10;
    public const int HalvingDays = 30;

    /// <summary>Freshness by age in days; older than the table is as good as nothing.</summary>
    private static readonly float[] FreshnessByAge = [.. Enumerable.Range(0, 12 * HalvingDays).Select(age => MathF.Pow(2, -age / (float)HalvingDays))];

    public static float Freshness(int ageInDays) =>
        ageInDays <= 0 ? 1 : ageInDays < FreshnessByAge.Length ? FreshnessByAge[ageInDays] : 0;

    /// <param name="squaredChord">On the unit sphere; infinite when there is no place.</param>
    public static float Nearness(float squaredChord) =>
        float.IsPositiveInfinity(squaredChord) ? 0 : 1 / (1 + (MathF.Sqrt(squaredChord) * (float)UnitVector.EarthRadiusKm / HalvingKm));

    public static float Score(float text, float nearness, float freshness, float answers) =>
        (TextWeight * text) + (NearnessWeight * nearness) + (FreshnessWeight * freshness) + (AnswersWeight * answers);
}
