using System.ComponentModel;
using System.Text.Json;
using Benevolat.Contracts.Missions;
using Benevolat.Matching.Domain;

namespace Benevolat.Matching.Features.Applications;

/// <summary>An application as one of its two sides sees it.</summary>
public sealed record ApplicationResponse(
    Guid Id,
    Guid MissionId,
    string MissionTitle,
    Guid OrganisationId,
    string OrganisationName,
    Guid VolunteerId,
    ApplicationState State,
    [property: Description("What the volunteer wrote; contacts in it are hidden from the organisation until it accepts.")] string Message,
    DateTimeOffset SubmittedAt,
    [property: Description("The promise: a human answer by then.")] DateTimeOffset AnswerBy,
    [property: Description("Why it was declined or withdrawn; null otherwise.")] string? Reason,
    [property: Description("What the organisation wrote with its answer.")] string? AnswerMessage,
    [property: Description("For If-Match, as in the ETag.")] long Version,
    [property: Description("Account of the member who welcomes; set at acceptance when there is one.")] Guid? WelcomerId,
    [property: Description("How many places it asks for; more than one for a group.")] int Places,
    [property: Description("The company or class; null for one person.")] string? GroupName,
    [property: Description("Whose move it is: the promise's clock runs only for the organisation.")] Turn Turn,
    PromiseResponse Promise,
    [property: Description("The place in line for a place; null when not on the waiting list.")] WaitingResponse? Waiting,
    [property: Description("Other missions, proposed because no answer came or the mission ended; only to the volunteer who reads one application.")]
    IReadOnlyList<AlternativeResponse> Alternatives,
    [property: Description("What the caller may do now.")] IReadOnlyList<ApplicationAction> Actions)
{
    /// <param name="position">In line, from 1; null when not waiting.</param>
    internal static ApplicationResponse Of(
        ApplicationRow row, bool asVolunteer, MemberRole? role, int? position = null, IReadOnlyList<AlternativeResponse>? alternatives = null)
    {
        var application = row.Application;
        return new(
            application.Id,
            application.MissionId,
            row.MissionTitle,
            application.OrganisationId,
            row.OrganisationName,
            application.VolunteerId,
            application.State,
            Shown(application.Message, application, isOwn: asVolunteer),
            application.SubmittedAt,
            application.AnswerBy,
            ReasonOf(application),
            application.AnswerMessage is { } answer ? Shown(answer, application, isOwn: !asVolunteer) : null,
            application.Version,
            application.WelcomerId,
            application.Places,
            application.GroupName,
            application.Turn,
            PromiseResponse.Of(application),
            application.WaitingSince is { } since ? new(position ?? 1, since, OfferResponse.Of(application)) : null,
            alternatives ?? [],
            application.Possible(asVolunteer, role));
    }

    private static string Shown(string text, Application application, bool isOwn) =>
        isOwn || application.ContactsAreShared ? text : ContactMask.Hide(text).Text;

    /// <summary>Two vocabularies in one field, since an application has at most one end.</summary>
    private static string? ReasonOf(Application application)
    {
        var reason = application.DeclinedFor?.ToString() ?? application.WithdrawnFor?.ToString();
        return reason is null ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(reason);
    }
}

/// <summary>The promise of an answer: what happens when, unless the organisation answers before.</summary>
public sealed record PromiseResponse(
    DateTimeOffset AnswerBy,
    [property: Description("The organisation is reminded.")] DateTimeOffset RemindAt,
    [property: Description("A person of the network, or a moderator, takes the matter up.")] DateTimeOffset HandOverAt,
    [property: Description("Other missions are proposed.")] DateTimeOffset AlternativesAt,
    [property: Description("The application is over, and one may apply again.")] DateTimeOffset ExpiresAt,
    PromiseStep Step,
    [property: Description("The first human answer; null while there is none.")] DateTimeOffset? AnsweredAt,
    [property: Description("Whether it came in time; null while there is none.")] bool? KeptInTime)
{
    internal static PromiseResponse Of(Application application) => new(
        application.AnswerBy, application.RemindAt, application.HandOverAt, application.AlternativesAt, application.ExpiresAt, application.PromiseStep,
        application.AnsweredAt, application.AnsweredInTime);
}

/// <param name="Position">1 is next.</param>
public sealed record WaitingResponse(int Position, DateTimeOffset Since, [property: Description("Places that are held until then; null while none are.")] OfferResponse? Offer);

/// <summary>Places that are held for somebody.</summary>
public sealed record OfferResponse(Guid Id, DateTimeOffset ExpiresAt)
{
    internal static OfferResponse? Of(Application application) =>
        application is { OfferId: { } id, OfferExpiresAt: { } until } ? new(id, until) : null;
}

/// <summary>Another mission that suits.</summary>
public sealed record AlternativeResponse(
    Guid MissionId, string Title, string OrganisationName,
    [property: Description("Of the nearest address; null when it is done from home.")] string? Commune,
    [property: Description("From the volunteer's commune; null when unknown or from home.")] double? DistanceKm,
    int PlacesLeft);

/// <summary>An application with the names that its list shows.</summary>
internal sealed record ApplicationRow
{
    public required Application Application { get; init; }
    public required string MissionTitle { get; init; }
    public required string OrganisationName { get; init; }
}
