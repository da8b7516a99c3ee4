namespace Benevolat.Index.Matching.Rules;

/// <summary>What a row of a mission keeps in 32 bits, and what else lies in the last word of its week.</summary>
internal static class MissionBits
{
    public const int KindShift = 5, StepShift = 10, RankShift = 17, PlaceShift = 25, WeekShift = 40;
    public const uint DomainMask = 31, KindMask = 7, StepMask = 3;
    public const uint OpenToMinors = 1 << 12, ReducedMobility = 1 << 13, RequiresSkills = 1 << 16;

    /// <summary>Both sides have these two in the same place.</summary>
    public const uint Nowhere = 1 << 14, Several = 1 << 15;

    /// <summary>In place of the numbers of a place and a time.</summary>
    public const int NoPlace = 127, NoTime = 255;

    /// <summary>Shares are kept in 1/254; one that isn't known is kept as half, which is what it counts for.</summary>
    public const int Shares = 254;
    public const uint ResponsivenessUnknown = 1 << 8, FeedbackUnknown = 1 << 9;

    /// <summary>Hours needed, responsiveness and feedback, a byte each, behind the hours of the week.</summary>
    public static ulong Pack(int needed, double? responsiveness, double? feedback) =>
        ((uint)needed | ((ulong)Share(responsiveness) << 8) | ((ulong)Share(feedback) << 16)) << WeekShift;

    public static bool IsKnown(double? share) => share is { } value && !double.IsNaN(value);

    private static uint Share(double? value) =>
        IsKnown(value) ? (uint)Math.Round(Shares * Math.Clamp(value!.Value, 0, 1), MidpointRounding.AwayFromZero) : Shares / 2;
}

/// <summary>What a row of a volunteer keeps in 32 bits.</summary>
internal static class VolunteerBits
{
    public const int StepShift = 8;
    public const uint KindsMask = 255, StepMask = 3;
    public const uint OnlyOpenToMinors = 1 << 10, NeedsAccessibility = 1 << 11, Remote = 1 << 12, HasPlace = 1 << 13;

    public static uint Of(MatchVolunteer volunteer) => (volunteer.Kinds & KindsMask) | ((uint)volunteer.Step << StepShift)
        | (volunteer.OnlyOpenToMinors ? OnlyOpenToMinors : 0) | (volunteer.NeedsAccessibility ? NeedsAccessibility : 0)
        | (volunteer.Remote ? Remote : 0) | (volunteer.Place is not null ? HasPlace : 0);
}

/// <summary>Seconds since 2020: a clock of 32 bits that lasts until 2088.</summary>
internal static class Moments
{
    private static readonly long Start = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    /// <summary>Later than every moment.</summary>
    public const int Never = int.MaxValue;

    public static int Of(DateTimeOffset at) => (int)Math.Clamp(at.ToUnixTimeSeconds() - Start, int.MinValue, int.MaxValue - 1);
}
