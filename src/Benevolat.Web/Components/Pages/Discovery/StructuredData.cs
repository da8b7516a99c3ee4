using System.Globalization;
using System.Text.Json;
using Benevolat.Web.Api;

namespace Benevolat.Web.Components.Pages.Discovery;

/// <summary>What search engines read of a mission: an Event where it has dates, a volunteer JobPosting otherwise (schema.org).</summary>
internal static class StructuredData
{
    /// <summary>The script element. It holds data and runs nothing, so a strict CSP lets it pass.</summary>
    public static string Script(Mission mission, string url)
    {
        Dictionary<string, object?> data = mission.Shifts is [var first, ..] ? Event(mission, first) : JobPosting(mission);
        data["@context"] = "https://schema.org";
        data["url"] = url;
        data["description"] = mission.Description;
        foreach (var empty in data.Where(pair => pair.Value is null).ToList()) { data.Remove(empty.Key); }

        // The default encoder writes < > & as escapes: no text of a mission can end the element.
        return $"<script type=\"application/ld+json\">{JsonSerializer.Serialize(data)}</script>";
    }

    private static Dictionary<string, object?> Event(Mission mission, Shift first) => new()
    {
        ["@type"] = "Event",
        ["name"] = mission.Title,
        ["startDate"] = first.StartsAt.ToString("O", CultureInfo.InvariantCulture),
        ["endDate"] = mission.Shifts[^1].EndsAt.ToString("O", CultureInfo.InvariantCulture),
        ["eventAttendanceMode"] = mission.Remote == "full" ? "https://schema.org/OnlineEventAttendanceMode" : "https://schema.org/OfflineEventAttendanceMode",
        ["location"] = Place(mission),
        ["organizer"] = Organisation(mission),
    };

    private static Dictionary<string, object?> JobPosting(Mission mission) => new()
    {
        ["@type"] = "JobPosting",
        ["title"] = mission.Title,
        ["employmentType"] = "VOLUNTEER",
        ["datePosted"] = mission.PublishedAt?.ToString("O", CultureInfo.InvariantCulture),
        ["validThrough"] = mission.EndsOn?.ToString("O", CultureInfo.InvariantCulture),
        ["jobLocation"] = Place(mission),
        ["jobLocationType"] = mission.Remote == "full" ? "TELECOMMUTE" : null,
        ["hiringOrganization"] = Organisation(mission),
    };

    private static Dictionary<string, object?>? Organisation(Mission mission) => mission.Organisation is not { } organisation ? null : new()
    {
        ["@type"] = "NGO",
        ["name"] = organisation.Name,
    };

    private static Dictionary<string, object?>? Place(Mission mission) => mission.MainAddress is not { } address ? null : new()
    {
        ["@type"] = "Place",
        ["address"] = new Dictionary<string, object?>
        {
            ["@type"] = "PostalAddress",
            ["addressLocality"] = address.Commune,
            ["postalCode"] = address.Postcode,
            ["addressCountry"] = "FR",
        },
    };
}
