using Benevolat.Index.Geography;
using Benevolat.Index.Matching;

namespace Benevolat.Index.Tests.Matching;

/// <summary>A mission and a volunteer to start from, and when it is.</summary>
internal static class Cases
{
    public static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    public static readonly GeoPoint Lyon = new(45.764, 4.8357);

    /// <summary>11.1 km north of <see cref="Lyon"/>.</summary>
    public static readonly GeoPoint North = new(45.864, 4.8357);
    public static readonly GeoPoint Marseille = new(43.2965, 5.3698);

    public static readonly MatchAsk Ask = new() { Now = Now };

    /// <summary>Asks nothing and knows nothing.</summary>
    public static readonly MatchMission Mission = new() { Id = Id(1), OrganisationId = Id(100), Domain = 3, Kind = 1, Step = MatchStep.Regular, Places = [Lyon] };

    /// <summary>Says nothing but where.</summary>
    public static readonly MatchVolunteer Volunteer = new() { Id = Id(1000), Place = Lyon, RadiusKm = 20 };

    public static Guid Id(int number) => new(number, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0);

    public static IReadOnlyList<MatchHit> Best(MatchVolunteer volunteer, params MatchMission[] missions) => BothMatchers.Of(missions).Best(volunteer, Ask);

    public static IReadOnlyList<NearMiss> NearMisses(MatchVolunteer volunteer, params MatchMission[] missions) => BothMatchers.Of(missions).NearMisses(volunteer, Ask);

    /// <summary>Hours of a day (0 is Monday).</summary>
    public static WeekMask Hours(int day, int from, int to) => WeekMask.Of(Enumerable.Range((24 * day) + from, to - from));
}
