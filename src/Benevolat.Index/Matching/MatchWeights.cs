namespace Benevolat.Index.Matching;

/// <summary>
/// What each part of a score weighs, in 1/10,000; together 10,000. A part brings its weight times a value from 0 to 1, rounded half up:
/// <list type="bullet">
/// <item>hours: the share of the hours needed that the volunteer has, of the shift that suits best;</item>
/// <item>distance: 1 at the door, falling evenly to 0 at the volunteer's radius (of at least 1 km); half from home;</item>
/// <item>skills: the share of the mission's skills that the volunteer has, those to learn counting half;</item>
/// <item>causes, kind: 1 where the volunteer named it;</item>
/// <item>pathway: 1 on the same step, ¾ one step further, ½ one step back, ¼ otherwise;</item>
/// <item>responsiveness, feedback: as known, in 1/254.</item>
/// </list>
/// What a volunteer didn't say adds nothing, to any mission; what a mission leaves open or isn't known yet adds half.
/// </summary>
public sealed record MatchWeights
{
    public const int Whole = 10_000;

    /// <summary>The table in use. Raise the version with any change of a number or of a rule.</summary>
    public static readonly MatchWeights Current = new();

    public int Version { get; init; } = 1;
    public int Hours { get; init; } = 2_400;
    public int Distance { get; init; } = 2_000;
    public int Skills { get; init; } = 1_200;
    public int Causes { get; init; } = 1_300;
    public int Kind { get; init; } = 800;
    public int Pathway { get; init; } = 500;
    public int Responsiveness { get; init; } = 700;
    public int Feedback { get; init; } = 1_100;

    public int Of(MatchPart part) => part switch
    {
        MatchPart.Hours => Hours,
        MatchPart.Distance => Distance,
        MatchPart.Skills => Skills,
        MatchPart.Causes => Causes,
        MatchPart.Kind => Kind,
        MatchPart.Pathway => Pathway,
        MatchPart.Responsiveness => Responsiveness,
        _ => Feedback,
    };

    /// <summary>The same, once it is known to add up.</summary>
    /// <exception cref="ArgumentException">A weight is negative, or they don't make <see cref="Whole"/>.</exception>
    internal MatchWeights Checked()
    {
        var weights = Enum.GetValues<MatchPart>().Select(Of).ToList();
        return weights.Sum() == Whole && weights.Min() >= 0 ? this : throw new ArgumentException($"Weights are positive and make {Whole} together.");
    }
}
