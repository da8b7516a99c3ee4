namespace Benevolat.Web.Api;

/// <summary>One volunteer's request to join one mission, or a group's for several places.</summary>
public sealed record Candidacy(
    Guid Id, Guid MissionId, string MissionTitle, Guid OrganisationId, string OrganisationName, Guid VolunteerId, string State,
    string? Message, DateTimeOffset SubmittedAt, DateTimeOffset? AnswerBy, string? Reason, string? AnswerMessage, long Version)
{
    public Guid? WelcomerId { get; init; }

    public int Places { get; init; } = 1;

    public string? GroupName { get; init; }

    /// <summary>Whose move it is: organisation, volunteer or nobody. The clock runs for the organisation alone.</summary>
    public string Turn { get; init; } = "nobody";

    public Promise? Promise { get; init; }

    public WaitingPlace? Waiting { get; init; }

    /// <summary>Other missions, for the volunteer whose application got no place or no answer.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init => field = value ?? []; } = [];

    /// <summary>What whoever reads it may do now.</summary>
    public IReadOnlyList<string> Actions { get; init => field = value ?? []; } = [];

    public bool AwaitsAnswer => Turn == "organisation";

    public bool May(string action) => Actions.Contains(action);
}

/// <summary>When an answer is due, what happens without one, and how far it has come.</summary>
public sealed record Promise(
    DateTimeOffset AnswerBy, DateTimeOffset RemindAt, DateTimeOffset HandOverAt, DateTimeOffset AlternativesAt, DateTimeOffset ExpiresAt, string Step,
    DateTimeOffset? AnsweredAt, bool? KeptInTime);

/// <param name="Position">1 is next.</param>
/// <param name="Offer">A place that came free for this person, until it goes to the next.</param>
public sealed record WaitingPlace(int Position, DateTimeOffset Since, PlaceOffer? Offer);

public sealed record PlaceOffer(Guid Id, DateTimeOffset ExpiresAt);

public sealed record Alternative(Guid MissionId, string Title, string OrganisationName, string? Commune, double? DistanceKm, int? PlacesLeft);

/// <param name="Masked">Whether contact details in it are hidden until both agree.</param>
public sealed record ThreadMessage(Guid Id, string From, string Text, bool Masked, DateTimeOffset At, bool Mine);

/// <summary>When somebody who applies now gets an answer at the latest.</summary>
public sealed record MissionPromise(int WorkingDays, DateTimeOffset AnswerBy, PromiseRecord? Organisation);

public sealed record PromiseRecord(int Asked, int Answered, double? MedianAnswerHours, bool IsNew);

/// <summary>Who waits for a place of a mission.</summary>
public sealed record InLine(Guid ApplicationId, Guid VolunteerId, int Places, int Position, DateTimeOffset Since, PlaceOffer? Offer);

/// <summary>An application whose association stayed silent, before whoever looks after it: nothing that anybody wrote.</summary>
public sealed record OverdueCandidacy(
    Guid Id, Guid MissionId, string MissionTitle, Guid OrganisationId, string OrganisationName, string State, DateTimeOffset SubmittedAt,
    Promise? Promise, DateTimeOffset HandedOverAt, DateTimeOffset? TakenUpAt, bool TakenUpByMe, DateTimeOffset? LastRemindedAt);

/// <summary>After the first day: did it take place, was it as described, will the volunteer come back?</summary>
public sealed record Feedback(bool? Happened, string? AsDescribed, string? ComeBack, string? Comment);

public sealed record FeedbackSummary(int Count, IReadOnlyDictionary<string, int>? AsDescribed, IReadOnlyDictionary<string, int>? ComeBack, IReadOnlyList<FeedbackComment>? Comments);

public sealed record FeedbackComment(string Text, DateOnly On);
