using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>What a moderator decides about a mission in review, one at a time or in bulk.</summary>
internal static class ReviewDecisions
{
    public const int LongestNote = 1_000;

    /// <param name="Reason">Of a refusal.</param>
    /// <param name="Note">A sentence to the organisation.</param>
    public sealed record Decision(ReviewDecision Kind, RefusalReason? Reason, string? Note);

    /// <summary>Changes the mission and tells the others; the caller saves.</summary>
    public static void Decide(this MissionsDb db, Mission mission, Organisation organisation, Decision decision, Guid moderator, DateTimeOffset now)
    {
        var (before, actor) = (mission.State, Actor.Moderator(moderator));
        switch (decision.Kind)
        {
            case ReviewDecision.Accepted: mission.Publish(organisation, actor, now); break;
            case ReviewDecision.ChangesRequested: mission.RequestChanges(decision.Note!, actor, now); break;
            default: mission.Refuse(decision.Reason!.Value, decision.Note, actor, now); break;
        }

        db.Tell(mission, before, now);
        db.Publish(new MissionReviewed(mission.Id, mission.Version, mission.OrganisationId, mission.Title, decision.Kind, now), mission.Id);
    }
}
