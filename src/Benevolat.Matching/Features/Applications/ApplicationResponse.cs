using System.ComponentModel;
using System.Text.Json;
using Benevolat.Matching.Domain;

namespace Benevolat.Matching.Features.Applications;

/// <summary>An application as its two sides see it.</summary>
public sealed record ApplicationResponse(
    Guid Id,
    Guid MissionId,
    string MissionTitle,
    Guid OrganisationId,
    string OrganisationName,
    Guid VolunteerId,
    ApplicationState State,
    [property: Description("What the volunteer wrote.")] string Message,
    DateTimeOffset SubmittedAt,
    [property: Description("The promise: a human answer by then.")] DateTimeOffset AnswerBy,
    [property: Description("Why it was declined or withdrawn; null otherwise.")] string? Reason,
    [property: Description("What the organisation wrote when it declined.")] string? AnswerMessage,
    [property: Description("For If-Match, as in the ETag.")] long Version,
    [property: Description("Account of the member who welcomes; set at acceptance when the mission names one.")] Guid? WelcomerId)
{
    public static ApplicationResponse Of(Application application, string missionTitle, string organisationName) => new(
        application.Id,
        application.MissionId,
        missionTitle,
        application.OrganisationId,
        organisationName,
        application.VolunteerId,
        application.State,
        application.Message,
        application.SubmittedAt,
        application.AnswerBy,
        ReasonOf(application),
        application.AnswerMessage,
        application.Version,
        application.WelcomerId);

    /// <summary>Two vocabularies in one field, since an application has at most one end.</summary>
    private static string? ReasonOf(Application application)
    {
        var reason = application.DeclinedFor?.ToString() ?? application.WithdrawnFor?.ToString();
        return reason is null ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(reason);
    }
}
