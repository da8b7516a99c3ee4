namespace Benevolat.Volunteers.Domain;

/// <summary>What this service knows of an application, from Matching's events: it decides which organisation may see whom.</summary>
public sealed class KnownApplication
{
    public required Guid Id { get; init; }

    public long Version { get; set; }

    public Guid VolunteerId { get; set; }

    public Guid OrganisationId { get; set; }

    public ApplicationStage Stage { get; set; }

    /// <summary>Takes the event's news unless something newer is known: events come twice and in any order.</summary>
    public void Advance(long version, Guid volunteerId, Guid organisationId, ApplicationStage stage)
    {
        if (version <= Version) { return; }
        (Version, VolunteerId, OrganisationId, Stage) = (version, volunteerId, organisationId, stage);
    }
}

/// <summary>How far an application is, as far as seeing a person is concerned.</summary>
public enum ApplicationStage { Open, Accepted, Ended }
