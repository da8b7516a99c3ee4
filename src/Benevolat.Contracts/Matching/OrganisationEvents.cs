namespace Benevolat.Contracts.Matching;

/// <summary>How an organisation answers, reckoned over its last applications.</summary>
/// <param name="Version">Matching's own count for this organisation, apart from the organisation's version.</param>
/// <param name="Answered">How many of them got an answer.</param>
/// <param name="Asked">How many count: the last 30 at most.</param>
/// <param name="MedianAnswerHours">Half of the answers came within so many hours; null without any.</param>
[WireName("matching.organisation-responsiveness-changed.v1"), HeardBy("missions")]
public sealed record OrganisationResponsivenessChanged(
    Guid OrganisationId, long Version, int Answered, int Asked, double? MedianAnswerHours, DateTimeOffset At) : IEvent;
