using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain.Participations;

namespace Benevolat.Matching.Features.Feedback;

/// <summary>What a volunteer said, as they read it back.</summary>
public sealed record FeedbackResponse(
    Guid ApplicationId, Guid MissionId, bool Happened, AsDescribed? AsDescribed, ComeBack? ComeBack, string? Comment, DateTimeOffset At, long Version)
{
    public static FeedbackResponse Of(FeedbackAnswer its) =>
        new(its.ApplicationId, its.MissionId, its.Happened, its.AsDescribed, its.ComeBack, its.Comment, its.At, its.Version);
}
