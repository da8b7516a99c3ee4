using System.Text.Json;

namespace Benevolat.Notifications.Domain;

/// <summary>What a message is about; each kind has its templates and its preference.</summary>
public enum NotificationKind
{
    ApplicationSubmitted, ApplicationReceived, ApplicationAcknowledged, ApplicationAccepted, ApplicationDeclined, ApplicationWithdrawn, OrganisationVerified,
    NewMissions, MissionExpiring, MissionReviewed, MemberInvited, JoinRequested, JoinAnswered, OrganisationRefused,
    AnswerDueSoon, AnswerOverdue, OrganisationReminded, AnswerHandedOver, ApplicationHandedOver, AlternativesProposed, ApplicationExpired,
    MessageFromVolunteer, MessageFromOrganisation, ApplicationPutOnWaitingList, PlaceOffered, PlaceOfferLapsed, VolunteerInvited, MatchesFound,
    ParticipationNear, VolunteersExpected, FeedbackAsked, ShiftSwapProposed, ShiftSwapTaken, ShiftTakenOver,
}

/// <summary>What kinds have in common.</summary>
public static class NotificationKinds
{
    /// <summary>Those that go to people with an account: who has one has preferences and a list on the site.</summary>
    public static IReadOnlyList<NotificationKind> ForAccounts { get; } = [.. Enum.GetValues<NotificationKind>().Where(kind => !kind.IsForGuests())];

    /// <summary>Whether it goes to an address that may belong to nobody here.</summary>
    public static bool IsForGuests(this NotificationKind kind) => kind is NotificationKind.MemberInvited;

    /// <summary>Whether it still has something to say when every mission that it lists is gone.</summary>
    public static bool SpeaksWithoutMissions(this NotificationKind kind) => kind is NotificationKind.AlternativesProposed;

    public static IReadOnlyList<Channel> Channels(this NotificationKind kind) => kind.IsForGuests() ? [Channel.EMail] : Enum.GetValues<Channel>();
}

/// <summary>Where a message goes.</summary>
public enum Channel { EMail, InApp }

/// <summary>When a person wants messages of one kind on one channel.</summary>
public enum Pace { AtOnce, Never }

/// <summary>Enums as they are written in the API, in events and in file names.</summary>
public static class Kebab
{
    public static string ToKebab<TEnum>(this TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
