using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Benevolat.Notifications.Domain.Wording;

namespace Benevolat.Notifications.Mail;

/// <summary>What templates may name, in one language.</summary>
internal static class Facts
{
    public static Dictionary<string, object?> Of(Notice notice, KnownMission? mission, SiteLinks links, Language language, DateTimeOffset now)
    {
        var facts = new Dictionary<string, object?>
        {
            ["mission"] = mission?.Facts.Title ?? notice.MissionTitle,
            ["organisation"] = mission?.Facts.OrganisationName ?? notice.OrganisationName,
            ["count"] = notice.MissionCount,
            ["answer_by"] = notice.AnswerBy is { } answerBy ? language.At(answerBy) : null,
            ["expires_on"] = notice.ExpiresOn is { } expiresOn ? language.Date(expiresOn) : null,
            ["slot"] = Itinerary.Slot(notice, mission?.Facts, language),
            ["offer_ends"] = notice.ExpiresAt is { } expiresAt ? language.At(expiresAt) : null,
            ["reason"] = language.Reason(notice.Reason),
            ["role"] = language.Role(notice.Reason),
            ["decision"] = notice.Reason, // for templates to branch on, never shown
            ["link"] = links.For(notice).AbsoluteUri,
            ["origin"] = links.Origin.AbsoluteUri,
        };
        if (mission is not null && notice.MissionId is { } id)
        {
            facts["mission_link"] = links.Mission(id).AbsoluteUri;
            facts["when"] = Itinerary.When(mission.Facts, now, language);
            facts["where"] = Itinerary.Where(mission.Facts, language);
        }

        return facts;
    }

    /// <summary>What a message says to somebody who is asked in.</summary>
    public static void Add(this Dictionary<string, object?> facts, Guest guest, SiteLinks links, Language language)
    {
        facts["role"] = language.Role(guest.Role.ToString());
        facts["link"] = links.Invitation(guest.Token).AbsoluteUri;
        facts["expires_at"] = language.At(guest.ExpiresAt);
    }

    /// <summary>What a message says that lists missions.</summary>
    public static void Add(this Dictionary<string, object?> facts, Listing listing, SiteLinks links, Language language, DateTimeOffset now)
    {
        facts["count"] = listing.Count;
        facts["missions"] = listing.Missions.Select(mission => Of(mission, links, language, now)).ToList();
        var more = listing.Count - listing.Missions.Count;
        facts["more"] = more > 0 && listing.Missions.Count > 0 ? language.MoreMissions(more) : null;
    }

    private static Dictionary<string, object?> Of(KnownMission mission, SiteLinks links, Language language, DateTimeOffset now) => new()
    {
        ["title"] = mission.Facts.Title,
        ["organisation"] = mission.Facts.OrganisationName,
        ["when"] = Itinerary.When(mission.Facts, now, language),
        ["where"] = Itinerary.Where(mission.Facts, language),
        ["link"] = links.Mission(mission.Id).AbsoluteUri,
    };
}
