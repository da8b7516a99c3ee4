namespace Benevolat.Notifications.Domain.Wording;

/// <summary>What people call a kind of message, where they choose whether they want it.</summary>
public static class KindNames
{
    private static readonly Dictionary<NotificationKind, (string French, string English)> Names = new()
    {
        [NotificationKind.ApplicationSubmitted] = ("nouvelle candidature", "new application"),
        [NotificationKind.ApplicationReceived] = ("candidature envoyée", "application sent"),
        [NotificationKind.ApplicationAcknowledged] = ("candidature vue", "application seen"),
        [NotificationKind.ApplicationAccepted] = ("candidature acceptée", "application accepted"),
        [NotificationKind.ApplicationDeclined] = ("candidature refusée", "application declined"),
        [NotificationKind.ApplicationWithdrawn] = ("candidature retirée", "application withdrawn"),
        [NotificationKind.OrganisationVerified] = ("association vérifiée", "organisation verified"),
        [NotificationKind.NewMissions] = ("nouvelles missions pour vos recherches", "new missions for your searches"),
        [NotificationKind.MissionExpiring] = ("mission bientôt terminée", "mission that ends soon"),
        [NotificationKind.MissionReviewed] = ("mission relue", "mission reviewed"),
        [NotificationKind.MemberInvited] = ("invitation", "invitation"),
        [NotificationKind.JoinRequested] = ("demande d'adhésion à l'équipe", "request to join"),
        [NotificationKind.JoinAnswered] = ("réponse à une demande d'adhésion à l'équipe", "answer to a request to join"),
        [NotificationKind.OrganisationRefused] = ("association à compléter", "organisation to complete"),
        [NotificationKind.AnswerDueSoon] = ("réponse à donner bientôt", "answer due soon"),
        [NotificationKind.AnswerOverdue] = ("réponse en retard", "answer overdue"),
        [NotificationKind.OrganisationReminded] = ("association relancée", "organisation reminded"),
        [NotificationKind.AnswerHandedOver] = ("réponse confiée à une personne du réseau ou de la modération", "answer handed over to an adviser or a moderator"),
        [NotificationKind.ApplicationHandedOver] = ("candidature suivie par une personne", "application looked after by a person"),
        [NotificationKind.AlternativesProposed] = ("autres missions proposées", "other missions proposed"),
        [NotificationKind.ApplicationExpired] = ("candidature arrivée à son terme", "application over without an answer"),
        [NotificationKind.MessageFromVolunteer] = ("message d'un ou d'une bénévole", "message from a volunteer"),
        [NotificationKind.MessageFromOrganisation] = ("message d'une association", "message from an organisation"),
        [NotificationKind.ApplicationPutOnWaitingList] = ("liste d'attente", "waiting list"),
        [NotificationKind.PlaceOffered] = ("place proposée", "place offered"),
        [NotificationKind.PlaceOfferLapsed] = ("place passée à la personne suivante", "place gone to the next in line"),
        [NotificationKind.VolunteerInvited] = ("invitation à une mission", "invitation to a mission"),
        [NotificationKind.MatchesFound] = ("nouvelles missions qui vous correspondent", "new missions that suit you"),
        [NotificationKind.ParticipationNear] = ("rappel de la veille", "reminder of the day before"),
        [NotificationKind.VolunteersExpected] = ("bénévoles attendus le lendemain", "volunteers expected the next day"),
        [NotificationKind.FeedbackAsked] = ("votre avis après une mission", "your opinion after a mission"),
        [NotificationKind.ShiftSwapProposed] = ("créneau à reprendre", "shift to take over"),
        [NotificationKind.ShiftSwapTaken] = ("créneau repris", "shift taken over"),
        [NotificationKind.ShiftTakenOver] = ("créneau repris par un ou une autre bénévole", "shift that changed hands"),
    };

    public static string Of(NotificationKind kind, Language language) => language == Language.English ? Names[kind].English : Names[kind].French;
}
