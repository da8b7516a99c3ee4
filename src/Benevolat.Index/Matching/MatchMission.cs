using Benevolat.Index.Geography;

namespace Benevolat.Index.Matching;

/// <summary>A published mission as matching takes it in. One without places left is known and never proposed.</summary>
public sealed record MatchMission
{
    /// <summary>Of its addresses and times, those beyond these numbers are not looked at.</summary>
    public const int MostPlaces = 127;
    public const int MostTimes = 255;

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>0 to 31: a bit of <see cref="MatchVolunteer.Causes"/>.</summary>
    public int Domain { get; init; }

    /// <summary>0 to 7: a bit of <see cref="MatchVolunteer.Kinds"/>.</summary>
    public int Kind { get; init; }
    public MatchRemote Remote { get; init; }

    /// <summary>Where it takes place; without meaning when it is done wholly from home.</summary>
    public IReadOnlyList<GeoPoint> Places { get; init; } = [];

    /// <summary>Skills of use, compared ignoring case and accents.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Skills that one isn't taken without, whether or not they are among <see cref="Skills"/>.</summary>
    public IReadOnlyList<string> RequiredSkills { get; init; } = [];

    /// <summary>One for each dated shift, or one for the rhythm; empty when no particular hours are asked for.</summary>
    public IReadOnlyList<MatchTime> Times { get; init; } = [];
    public MatchStep Step { get; init; }
    public bool OpenToMinors { get; init; }
    public bool ReducedMobility { get; init; }
    public int PlacesLeft { get; init; } = 1;

    /// <summary>How reliably and soon the organisation answers, 0 to 1; null while it is too new to tell.</summary>
    public double? Responsiveness { get; init; }

    /// <summary>How volunteers found the mission afterwards, 0 to 1; null while nobody said.</summary>
    public double? Feedback { get; init; }
}

/// <summary>When somebody is needed.</summary>
/// <param name="Hours">Hours of the week; none when the time of day is free.</param>
/// <param name="Needed">How many of them one is asked to come, at least one and at most all.</param>
/// <param name="ValidUntil">A dated shift stops counting when it starts (to the second); null for a rhythm.</param>
public sealed record MatchTime(WeekMask Hours, int Needed, DateTimeOffset? ValidUntil = null);

/// <summary>Whether a mission can be done from home.</summary>
public enum MatchRemote { No, Possible, Full }

/// <summary>Steps of the pathway.</summary>
public enum MatchStep { OneOff, Regular, Responsibility }

/// <summary>A mission that is to be matched from now on as given, or no longer at all.</summary>
public readonly record struct MatchMissionChange(Guid Id, MatchMission? Mission);
