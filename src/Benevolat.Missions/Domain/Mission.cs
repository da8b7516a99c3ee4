using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Missions.Domain;

/// <summary>A task offered to volunteers: its text, its places (how many, not who) and its life from draft to closed.</summary>
public sealed partial class Mission
{
    private readonly List<Shift> _shifts = [];
    private readonly List<Address> _addresses = [];
    private readonly List<MissionTransition> _history = [];

    private Mission() { }

    public Guid Id { get; private init; }
    public Guid OrganisationId { get; private init; }

    /// <summary>Copied from the organisation: every list of missions shows it.</summary>
    public string OrganisationName { get; private set; } = "";

    /// <summary>The network it was imported from, or null.</summary>
    public Guid? NetworkId { get; private init; }
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public MissionDomain Domain { get; private set; }
    public MissionKind Kind { get; private set; }
    public RemoteWork Remote { get; private set; }
    public List<string> Activities { get; private set; } = [];
    public List<string> Audiences { get; private set; } = [];
    public List<string> Skills { get; private set; } = [];
    public int Places { get; private set; }
    public DateOnly? StartsOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }
    public List<string> Hours { get; private set; } = [];
    public decimal? HoursPerWeek { get; private set; }
    public bool OpenToMinors { get; private set; }
    public bool ReducedMobility { get; private set; }
    public bool CloseToTransport { get; private set; }
    public bool ExpensesRefunded { get; private set; }
    public Guid? WelcomerId { get; private set; }
    public string? Welcome { get; private set; }
    public List<string> Tasks { get; private set; } = [];
    public List<string> Prerequisites { get; private set; } = [];
    public List<string> SoftSkills { get; private set; } = [];
    public List<string> Tags { get; private set; } = [];
    public string? Difficulty { get; private set; }
    public string? ScheduleNote { get; private set; }
    public string? ExpensesNote { get; private set; }
    public string? Mandate { get; private set; }

    /// <summary>The mission that this one was split from; both say so.</summary>
    public Guid? SplitFromId { get; private init; }
    public MissionState State { get; private set; }
    public string? StateReason { get; private set; }
    public string? StateDetail { get; private set; }

    /// <summary>What a moderator wrote about it; for members and moderators only.</summary>
    public string? StateNote { get; private set; }

    /// <summary>When it was last handed in for review.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The account that began it; null when a network did.</summary>
    public Guid? CreatedBy { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it first became public.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }
    public long Version { get; private set; } = 1;
    public IReadOnlyList<Shift> Shifts => _shifts;
    public IReadOnlyList<Address> Addresses => _addresses;
    public IReadOnlyList<MissionTransition> History => _history;

    /// <summary>Hours of the week (0 to 167) of rhythm and shifts together; empty when volunteers choose freely.</summary>
    public List<int> WeekHours { get; private set; } = [];

    /// <summary>Places that Matching gave away, as far as it told us.</summary>
    public int PlacesTaken { get; private set; }

    /// <summary>The allocation's version that <see cref="PlacesTaken"/> comes from.</summary>
    public long PlacesVersion { get; private set; }
    public int PlacesLeft => Math.Max(0, Places - PlacesTaken);

    /// <param name="splitFrom">The heavy mission that this one takes a part of.</param>
    public static Mission Draft(Organisation organisation, MissionContent content, Actor actor, DateTimeOffset now, Guid? splitFrom = null)
    {
        var mission = new Mission
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = organisation.Id,
            OrganisationName = organisation.Profile.Name,
            NetworkId = organisation.NetworkId,
            SplitFromId = splitFrom,
            CreatedBy = actor.Kind == ActorKind.Member ? actor.Id : null,
            CreatedAt = now,
        };
        mission.Write(content, now);
        mission.Record(null, MissionState.Draft, actor, now, StateCause.None);
        return mission;
    }

    /// <summary>Replaces the text. A published mission whose last place is thereby gone closes.</summary>
    public void Edit(MissionContent content, DateTimeOffset now)
    {
        Rules.Closed.Require(State != MissionState.Closed);
        Rules.PlacesTaken.Require(content.Places >= PlacesTaken, ("taken", PlacesTaken));
        Write(content, now);
        Version++;
        if (State is MissionState.Published or MissionState.Paused) { CountFrom(now); }
        CloseWhenFull(now);
    }

    /// <summary>All that was written, as it could be written again.</summary>
    public MissionContent Content() => new(
        Title, Description, Domain, Kind, Remote, Activities, Audiences, Skills, Places, StartsOn, EndsOn, Hours, HoursPerWeek,
        [.. _shifts.OrderBy(shift => shift.StartsAt).ThenBy(shift => shift.EndsAt).Select(shift => shift.Content)],
        [.. _addresses.OrderBy(address => address.Position).Select(address => address.Content)],
        OpenToMinors, ReducedMobility, CloseToTransport, ExpensesRefunded, WelcomerId, Welcome)
    {
        Tasks = Tasks,
        Prerequisites = Prerequisites,
        SoftSkills = SoftSkills,
        Tags = Tags,
        Difficulty = Difficulty,
        ScheduleNote = ScheduleNote,
        ExpensesNote = ExpensesNote,
        Mandate = Mandate,
    };

    /// <summary>Follows the organisation's new name; false when it is the same.</summary>
    public bool FollowName(string organisationName)
    {
        if (OrganisationName == organisationName || State == MissionState.Closed) { return false; }

        OrganisationName = organisationName;
        Version++;
        return true;
    }

    private void Write(MissionContent content, DateTimeOffset now)
    {
        content.Check();
        (Title, Description, Welcome) = (content.Title.Trim(), content.Description.Trim(), content.Welcome?.Trim());
        (Domain, Kind, Remote, Places) = (content.Domain, content.Kind, content.Remote, content.Places);
        (OpenToMinors, ReducedMobility, CloseToTransport) = (content.OpenToMinors, content.ReducedMobility, content.CloseToTransport);
        (ExpensesRefunded, HoursPerWeek, WelcomerId) = (content.ExpensesRefunded, content.HoursPerWeek, content.WelcomerId);
        (Activities, Audiences, Skills) = ([.. content.Activities.Distinct()], [.. content.Audiences.Distinct()], [.. content.Skills.Distinct()]);
        (Tasks, Prerequisites) = ([.. content.Tasks], [.. content.Prerequisites]);
        (SoftSkills, Tags) = ([.. content.SoftSkills.Distinct()], [.. content.Tags.Distinct()]);
        (Difficulty, ScheduleNote) = (content.Difficulty?.Trim(), content.ScheduleNote?.Trim());
        (ExpensesNote, Mandate) = (content.ExpensesNote?.Trim(), content.Mandate?.Trim());
        WriteSchedule(content, now);
        WriteAddresses(content.Addresses, now);
    }
}
