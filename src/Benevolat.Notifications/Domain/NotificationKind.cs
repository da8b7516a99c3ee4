using System.Text.Json;

namespace Benevolat.Notifications.Domain;

/// <summary>What a message is about; each kind has its templates and its preference.</summary>
public enum NotificationKind
{
    ApplicationSubmitted, ApplicationReceived, ApplicationAcknowledged, ApplicationAccepted, ApplicationDeclined, ApplicationWithdrawn, OrganisationVerified,
    NewMissions, MissionExpiring, MissionReviewed,
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
