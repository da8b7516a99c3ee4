using Benevolat.Notifications.Domain;
using Benevolat.ServiceDefaults.Security;

namespace Benevolat.Notifications.Mail;

/// <summary>Addresses of the site's pages, under <c>Public:Origin</c>.</summary>
public sealed class SiteLinks(IConfiguration configuration)
{
    public Uri Origin { get; } = configuration.PublicOrigin();

    public Uri Mission(Guid id) => new(Origin, $"/missions/{id}");

    public Uri Invitation(string token) => new(Origin, $"/invitation/{token}");

    /// <summary>What the recipient of a notice looks at next.</summary>
    public Uri For(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.Kind switch
        {
            NotificationKind.OrganisationVerified or NotificationKind.OrganisationRefused => new Uri(Origin, $"/association/{notice.OrganisationId}"),
            NotificationKind.JoinRequested => new Uri(Origin, $"/association/{notice.OrganisationId}/equipe"),
            NotificationKind.JoinAnswered => new Uri(Origin, notice.Reason is null ? $"/associations/{notice.OrganisationId}" : $"/association/{notice.OrganisationId}"),
            NotificationKind.MemberInvited => Origin, // the page behind the guest's own link is known while the message is written
            NotificationKind.ApplicationSubmitted or NotificationKind.ApplicationWithdrawn or NotificationKind.AnswerDueSoon or NotificationKind.AnswerOverdue
                or NotificationKind.AnswerHandedOver or NotificationKind.MessageFromVolunteer => new Uri(Origin, $"/association/candidatures/{notice.ApplicationId}"),
            NotificationKind.MissionExpiring or NotificationKind.MissionReviewed => new Uri(Origin, $"/association/missions/{notice.MissionId}"),
            NotificationKind.NewMissions => new Uri(Origin, "/recherches"),
            NotificationKind.MatchesFound => new Uri(Origin, "/recommandations"),
            NotificationKind.VolunteerInvited => Mission(notice.MissionId!.Value),
            NotificationKind.VolunteersExpected or NotificationKind.ShiftTakenOver => new Uri(Origin, $"/association/missions/{notice.MissionId}/planning"),
            NotificationKind.ShiftSwapProposed => Shifts(notice),
            NotificationKind.PlaceOffered or NotificationKind.PlaceOfferLapsed when notice.ShiftId is not null => Shifts(notice),
            NotificationKind.ParticipationNear or NotificationKind.ShiftSwapTaken => new Uri(Origin, "/mes-creneaux"),
            NotificationKind.FeedbackAsked => new Uri(Origin, $"/candidatures/{notice.ApplicationId}/avis"),
            _ => new Uri(Origin, $"/candidatures/{notice.ApplicationId}"),
        };
    }

    private Uri Shifts(Notice notice) => new(Origin, $"/missions/{notice.MissionId}/creneaux");

    public Uri Unsubscribe(string token) => new(Origin, $"/api/v1/notifications/unsubscribe?token={token}");
}
