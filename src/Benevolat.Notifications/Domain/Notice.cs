using Benevolat.Contracts.Missions;

namespace Benevolat.Notifications.Domain;

/// <summary>
/// Something happened that people are to be told. Written with the receipt of its event; who they are is found out afterwards,
/// because their membership may arrive later than what they should hear.
/// </summary>
public sealed class Notice
{
    /// <summary>Who joins an organisation later than this isn't told of its past.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>
    /// Queues have no order between them: a membership that we learn of this soon after addressing may well be older than what it missed,
    /// so its person is told too. Who really joined just now is told of an application that still waits, which does no harm.
    /// </summary>
    public static readonly TimeSpan OpenToLateMembers = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>The id of the event; where one event is news to several people, see <see cref="NoticeIdentity"/>. The volunteer's first notice has the application's.</summary>
    public required Guid Id { get; init; }

    public required NotificationKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null when no single organisation is concerned; then the recipient is named.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The person who is told (a guest by the invitation's id), or null when those who run the organisation are.</summary>
    public Guid? RecipientId { get; init; }

    /// <summary>The organisation whose members are told: memberships must hold still meanwhile. Null when one person is named.</summary>
    public Guid? MembersOf => RecipientId is null ? OrganisationId : null;

    public Guid? MissionId { get; init; }

    /// <summary>Of several missions at once: the best of them, best first.</summary>
    public List<Guid> MissionIds { get; init; } = [];

    /// <summary>Of several missions at once: how many there are, those that aren't named included.</summary>
    public int? MissionCount { get; init; }

    /// <summary>Where the event itself says it, for missions that were never published; otherwise what is known of the mission does.</summary>
    public string? MissionTitle { get; init; }

    /// <summary>The last day of a mission that ends soon.</summary>
    public DateOnly? ExpiresOn { get; init; }

    public Guid? ApplicationId { get; init; }

    public Guid? WelcomerId { get; init; }

    public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>The shift that it is about, where there is one.</summary>
    public Guid? ShiftId { get; init; }

    /// <summary>When that shift or participation begins, where the event says it.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>The day in France of a participation.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Until when an offer holds: afterwards nobody is told of it any more.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The reason's, the decision's, the cause's or the new role's name in the contracts; of something that is or isn't so, its name when it is.</summary>
    public string? Reason { get; init; }

    /// <summary>Where the event itself says it; otherwise the mission does.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>W3C trace context of the event, so that the e-mail is a span in the trace of the click that caused it.</summary>
    public string? TraceParent { get; init; }

    public int Waits { get; private set; }

    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Set once deliveries are planned, or nobody is left to tell.</summary>
    public DateTimeOffset? AddressedAt { get; private set; }

    /// <summary>Which members of the organisation are told, when it is not the volunteer.</summary>
    public IReadOnlyList<MemberRole> Roles => Kind is NotificationKind.OrganisationVerified or NotificationKind.OrganisationRefused or NotificationKind.JoinRequested
        ? [MemberRole.Owner]
        : [MemberRole.Owner, MemberRole.Manager];

    public void Addressed(DateTimeOffset now) => AddressedAt = now;

    /// <summary>Nobody to tell yet: look again later, and give up after <see cref="Kept"/>.</summary>
    /// <returns>False when it gave up.</returns>
    public bool WaitForRecipients(DateTimeOffset now)
    {
        if (now - At > Kept)
        {
            AddressedAt = now;
            return false;
        }

        DueAt = now + BackOff.After(Waits++, TimeSpan.FromSeconds(1), LongestWait);
        return true;
    }
}
