using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Features.Applications;

namespace Benevolat.Matching.Features.Presence;

/// <summary>What may be done with a participation; kebab-case on the wire.</summary>
public enum ParticipationAction { Cancel, OfferSwap, DeclareHours, Approve, RecordNoShow, CheckIn }

/// <summary>Who looks at a participation: its volunteer, or a member of the organisation.</summary>
public sealed record Viewer(bool AsVolunteer, MemberRole? Role)
{
    private static readonly TimeSpan CheckInBefore = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan CheckInAfter = TimeSpan.FromHours(2);

    public IReadOnlyList<ParticipationAction> ActionsOn(Participation its, DateTimeOffset now)
    {
        var (manages, begun) = (Role.ManagesApplications(), its.HasBegun(now));
        var planned = its.State is ParticipationState.Planned;
        var wasThere = its.State is ParticipationState.Present || (planned && begun);
        (ParticipationAction Action, bool IsPossible)[] all =
        [
            (ParticipationAction.CheckIn, AsVolunteer && planned && now >= its.StartsAt - CheckInBefore && now <= its.EndsAt + CheckInAfter),
            (ParticipationAction.OfferSwap, AsVolunteer && planned && !begun && its.SwapId is null),
            (ParticipationAction.Cancel, planned && (manages || (AsVolunteer && !begun))),
            (ParticipationAction.DeclareHours, (AsVolunteer || manages) && wasThere),
            (ParticipationAction.Approve, manages && wasThere),
            (ParticipationAction.RecordNoShow, manages && planned && begun),
        ];
        return [.. all.Where(action => action.IsPossible).Select(action => action.Action)];
    }
}
