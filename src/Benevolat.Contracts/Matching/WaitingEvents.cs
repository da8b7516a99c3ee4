namespace Benevolat.Contracts.Matching;

/// <summary>The organisation would say yes, but every place is taken: the volunteer waits in line for one.</summary>
[WireName("matching.application-put-on-waiting-list.v1"), HeardBy("notifications")]
public sealed record ApplicationPutOnWaitingList(
    Guid ApplicationId, long Version, Guid MissionId, Guid OrganisationId, Guid VolunteerId, DateTimeOffset At) : IEvent;

/// <summary>A place came free and is held for the first in line until they say yes or the offer lapses.</summary>
/// <param name="ShiftId">Null for a place of the mission itself.</param>
[WireName("matching.place-offered.v1"), HeardBy("notifications")]
public sealed record PlaceOffered(
    Guid OfferId, long Version, Guid ApplicationId, Guid MissionId, Guid OrganisationId, Guid VolunteerId, Guid? ShiftId, DateTimeOffset ExpiresAt,
    DateTimeOffset At) : IEvent;

/// <summary>Nobody took the place that was held: it goes to the next in line.</summary>
/// <param name="Declined">The volunteer said no; otherwise they didn't answer in time.</param>
[WireName("matching.place-offer-lapsed.v1"), HeardBy("notifications")]
public sealed record PlaceOfferLapsed(
    Guid OfferId, long Version, Guid ApplicationId, Guid MissionId, Guid OrganisationId, Guid VolunteerId, Guid? ShiftId, bool Declined, DateTimeOffset At)
    : IEvent;
