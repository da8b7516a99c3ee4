using System.Globalization;
using System.Text;
using Benevolat.Index.Geography;
using Benevolat.Index.Matching;

namespace Benevolat.Index.Tests.Matching.Reference;

/// <summary>One volunteer and one mission at one of its places (null: from home) and one of its times, by the words of the rule.</summary>
internal sealed class PlainPair(MatchVolunteer volunteer, MatchMission mission, int? place, int? time, MatchWeights weights)
{
    /// <summary>Quarters by step of the volunteer, then of the mission.</summary>
    private static readonly int[,] Pathway = { { 4, 3, 1 }, { 2, 4, 3 }, { 1, 2, 4 } };

    private readonly HashSet<int> _needed = time is { } index ? [.. mission.Times[index].Hours.Hours()] : [];
    private readonly HashSet<int> _free = [.. volunteer.Free.Hours()];

    public int? Place => place;

    public int? Time => time;

    public int NeededHours => _needed.Count == 0 ? 0 : Math.Clamp(mission.Times[time!.Value].Needed, 1, _needed.Count);

    public IReadOnlyList<int> SharedHours => [.. _needed.Where(_free.Contains).Order()];

    public IReadOnlyList<string> Asked => Names(mission.Skills);

    public IReadOnlyList<string> Has => [.. Asked.Where(Names(volunteer.Skills).Contains)];

    public IReadOnlyList<string> Learns => [.. Asked.Except(Has).Where(Names(volunteer.SkillsToLearn).Contains)];

    public IReadOnlyList<string> Lacking => [.. Names(mission.RequiredSkills).Except(Names(volunteer.Skills))];

    public float? Chord => place is { } index && volunteer.Place is { } home ? PlainDistance.SquaredChord(home, mission.Places[index]) : null;

    /// <summary>False where nothing could be done: over, or farther than a near miss.</summary>
    public bool IsThinkable(DateTimeOffset now) =>
        (time is not { } index || mission.Times[index].ValidUntil is not { } until || now.ToUnixTimeSeconds() < until.ToUnixTimeSeconds())
        && (place is null || (Chord is { } chord && chord <= PlainDistance.Limit(3 * volunteer.RadiusKm)))
        && mission.PlacesLeft > 0;

    public IReadOnlyList<MatchConstraint> Failed()
    {
        var failed = new List<MatchConstraint>();
        if (Chord is { } chord && !(chord <= PlainDistance.Limit(volunteer.RadiusKm))) { failed.Add(MatchConstraint.Distance); }
        if (_free.Count > 0 && _needed.Count > 0 && SharedHours.Count == 0) { failed.Add(MatchConstraint.Hours); }
        if (place is null && !volunteer.Remote) { failed.Add(MatchConstraint.Remote); }
        if (Lacking.Count > 0) { failed.Add(MatchConstraint.RequiredSkill); }
        if (volunteer.NeedsAccessibility && !mission.ReducedMobility) { failed.Add(MatchConstraint.Accessibility); }
        if (volunteer.OnlyOpenToMinors && !mission.OpenToMinors) { failed.Add(MatchConstraint.Minors); }
        return failed;
    }

    /// <summary>In the order of the parts.</summary>
    public IReadOnlyList<int> Contributions() =>
    [
        _free.Count == 0 ? 0 : _needed.Count == 0 ? Share(weights.Hours, 1, 2) : Share(weights.Hours, Math.Min(SharedHours.Count, NeededHours), NeededHours),
        Distance(),
        Asked.Count == 0 ? Share(weights.Skills, 1, 2) : Share(weights.Skills, (2 * Has.Count) + Learns.Count, 2 * Asked.Count),
        (volunteer.Causes & (1u << mission.Domain)) != 0 ? weights.Causes : 0,
        (volunteer.Kinds & (1u << mission.Kind)) != 0 ? weights.Kind : 0,
        Share(weights.Pathway, Pathway[(int)volunteer.Step, (int)mission.Step], 4),
        Known(weights.Responsiveness, mission.Responsiveness),
        Known(weights.Feedback, mission.Feedback),
    ];

    public static string Fold(string skill) => string.Concat(skill.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));

    private int Distance()
    {
        if (place is null) { return volunteer.Remote ? Share(weights.Distance, 1, 2) : 0; }
        if (Chord is not { } chord || !(chord <= PlainDistance.Limit(volunteer.RadiusKm))) { return 0; }

        var nearness = 1f - (MathF.Sqrt(chord) * PlainDistance.Inverse(volunteer.RadiusKm));
        return (int)MathF.Floor((weights.Distance * (nearness < 0 ? 0 : nearness)) + 0.5f);
    }

    private static int Known(int weight, double? share) =>
        share is not { } known ? Share(weight, 1, 2) : Share(weight, (int)Math.Round(254 * Math.Clamp(known, 0, 1), MidpointRounding.AwayFromZero), 254);

    /// <summary>Rounded half up, in fractions.</summary>
    private static int Share(int weight, int some, int all) => (int)Math.Floor(((decimal)weight * some / all) + 0.5m);

    private static IReadOnlyList<string> Names(IReadOnlyList<string> skills) => [.. skills.Select(Fold).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>Points of the unit sphere on a grid of 2^-20 of the radius, distances along a chord.</summary>
internal static class PlainDistance
{
    private const double Steps = 1_048_576, RadiusKm = 6371.0088;

    public static float SquaredChord(GeoPoint one, GeoPoint other)
    {
        var (a, b) = (Grid(one), Grid(other));
        float[] apart = [a.X - b.X, a.Y - b.Y, a.Z - b.Z];
        return (apart[0] * apart[0]) + (apart[1] * apart[1]) + (apart[2] * apart[2]);
    }

    public static float Limit(double km) => !(km >= 0) ? -1 : km >= Math.PI * RadiusKm ? float.PositiveInfinity : (float)(Chord(km) * Chord(km));

    public static float Inverse(double km) => (float)(1 / (km >= Math.PI * RadiusKm ? 2 * Steps : Chord(Math.Max(1, km))));

    public static double Km(float squaredChord) => 2 * RadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(squaredChord) / Steps / 2));

    private static double Chord(double km) => 2 * Steps * Math.Sin(km / (2 * RadiusKm));

    private static (int X, int Y, int Z) Grid(GeoPoint point)
    {
        var (latitude, longitude) = (point.Latitude * Math.PI / 180, point.Longitude * Math.PI / 180);
        return (Step(Math.Cos(latitude) * Math.Cos(longitude)), Step(Math.Cos(latitude) * Math.Sin(longitude)), Step(Math.Sin(latitude)));
    }

    private static int Step(double coordinate) => (int)Math.Clamp(Math.Round((coordinate + 1) * Steps, MidpointRounding.AwayFromZero), 0, 2_097_151);
}
