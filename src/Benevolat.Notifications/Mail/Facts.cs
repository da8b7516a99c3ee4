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
            ["mission"] = mission?.Facts.Title,
            ["organisation"] = mission?.Facts.OrganisationName ?? notice.OrganisationName,
            ["answer_by"] = notice.AnswerBy is { } answerBy ? language.At(answerBy) : null,
            ["reason"] = language.Reason(notice.Reason),
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
}
