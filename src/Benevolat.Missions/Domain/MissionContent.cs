using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Missions.Domain;

/// <summary>What an organisation (or a network for it) writes about a mission.</summary>
/// <param name="Hours">Weekly rhythm in <see cref="WeekHours"/> notation.</param>
/// <param name="Welcome">How a new volunteer is received.</param>
public sealed record MissionContent(
    string Title,
    string Description,
    MissionDomain Domain,
    MissionKind Kind,
    RemoteWork Remote,
    IReadOnlyList<string> Activities,
    IReadOnlyList<string> Audiences,
    IReadOnlyList<string> Skills,
    int Places,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    IReadOnlyList<string> Hours,
    decimal? HoursPerWeek,
    IReadOnlyList<ShiftContent> Shifts,
    IReadOnlyList<AddressContent> Addresses,
    bool OpenToMinors,
    bool ReducedMobility,
    bool CloseToTransport,
    bool ExpensesRefunded,
    Guid? WelcomerId,
    string? Welcome)
{
    /// <summary>What one does, step by step.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>What one must bring or be, each with its reason.</summary>
    public IReadOnlyList<string> Prerequisites { get; init; } = [];

    /// <summary>Ways of being with others that help: patience, listening.</summary>
    public IReadOnlyList<string> SoftSkills { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What is hard about it, said beforehand.</summary>
    public string? Difficulty { get; init; }

    /// <summary>The schedule in words, where hours and shifts don't say it all.</summary>
    public string? ScheduleNote { get; init; }

    /// <summary>What is refunded, and how.</summary>
    public string? ExpensesNote { get; init; }

    /// <summary>Of a responsibility: what one decides, for how long, with whom.</summary>
    public string? Mandate { get; init; }

    public const int LongestTitle = 120;
    public const int LongestDescription = 20_000;
    public const int LongestNote = 2_000;
    public const int LongestLine = 300;
    public const int MostPlaces = 10_000;

    /// <summary>Nobody plans a shift further ahead: the year is mistyped.</summary>
    public const int YearsAhead = 3;

    public static readonly DateOnly Earliest = new(2000, 1, 1);
    public static readonly DateOnly Latest = new(2100, 12, 31);

    internal void Check()
    {
        Rules.Title.Require(Title.Trim().Length is >= 5 and <= LongestTitle);
        Rules.Description.Require(Description.Trim().Length is >= 1 and <= LongestDescription);
        Rules.Places.Require(Places is >= 1 and <= MostPlaces);
        Rules.DateRange.Require(IsSensible(StartsOn) && IsSensible(EndsOn));
        Rules.Dates.Require(StartsOn is null || EndsOn is null || EndsOn >= StartsOn);
        Rules.Hours.Require(Hours.All(hour => WeekHours.TryParse(hour, out _)));
        Rules.HoursPerWeek.Require(HoursPerWeek is null or (>= 0.1m and <= 168m));
        Rules.Shifts.Require(Shifts.All(shift => shift.IsSensible));
        Rules.Places.Require(Shifts.All(shift => shift.Places is >= 1 and <= MostPlaces));
        Rules.SameShift.Require(Shifts.DistinctBy(shift => (shift.StartsAt.UtcTicks, shift.EndsAt.UtcTicks)).Count() == Shifts.Count);
        Rules.Coordinates.Require(Addresses.All(address => address.HasCoordinates));
        Rules.CommuneCode.Require(Addresses.All(address => Communes.IsCode(address.CommuneCode)));
    }

    /// <summary>The same for another time: what is past goes, and dates that only came from shifts with it.</summary>
    public MissionContent WithoutThePast(DateTimeOffset now)
    {
        var (today, shifts) = (ParisTime.DateOf(now), Shifts.Where(shift => shift.StartsAt > now).ToList());
        var hasFixedDates = Shifts.Count == 0;
        return this with
        {
            Shifts = shifts,
            StartsOn = hasFixedDates && StartsOn >= today ? StartsOn : null,
            EndsOn = hasFixedDates && EndsOn >= today ? EndsOn : null,
        };
    }

    public static bool IsSensible(DateOnly? date) => date is null || (date >= Earliest && date <= Latest);
}

/// <summary>A dated slot as written.</summary>
public sealed record ShiftContent(DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Places)
{
    public bool IsSensible => EndsAt > StartsAt && EndsAt - StartsAt <= TimeSpan.FromHours(48)
        && MissionContent.IsSensible(DateOnly.FromDateTime(StartsAt.UtcDateTime)) && MissionContent.IsSensible(DateOnly.FromDateTime(EndsAt.UtcDateTime));
}

/// <summary>Where, as written.</summary>
public sealed record AddressContent(string? Street, string Commune, string CommuneCode, string Postcode, double Longitude, double Latitude)
{
    public bool HasCoordinates => Longitude is >= -180 and <= 180 && Latitude is >= -90 and <= 90;
}
