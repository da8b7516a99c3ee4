using Benevolat.Contracts.Matching;

namespace Benevolat.Volunteers.Domain;

/// <summary>What this service knows of a day that somebody gave, from Matching's events: it makes the volunteer's history.</summary>
public sealed class KnownParticipation
{
    public required Guid Id { get; init; }

    public long Version { get; private set; }

    public Guid ApplicationId { get; private set; }

    public Guid MissionId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public Guid VolunteerId { get; private set; }

    public ParticipationState State { get; private set; }

    /// <summary>The day in France.</summary>
    public DateOnly On { get; private set; }

    public int? Minutes { get; private set; }

    /// <summary>Takes the event's news unless something newer is known: events come twice and in any order.</summary>
    public void Advance(ParticipationRecorded news)
    {
        ArgumentNullException.ThrowIfNull(news);
        if (news.Version <= Version) { return; }
        (Version, State, On, Minutes) = (news.Version, news.State, news.On, news.Minutes);
        (ApplicationId, MissionId, OrganisationId, VolunteerId) = (news.ApplicationId, news.MissionId, news.OrganisationId, news.VolunteerId);
    }
}
