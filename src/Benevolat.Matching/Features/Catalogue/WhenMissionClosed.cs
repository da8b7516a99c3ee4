using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;
using Benevolat.Matching.Features.Shifts;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Catalogue;

/// <summary>
/// No dead ends: who still waits when a mission ends hears so at once. Where it closed because it is full, they keep waiting for
/// the organisation instead, which owes each of them a human answer: somebody accepted may step back, and then the place is theirs.
/// </summary>
public sealed class WhenMissionClosed(MatchingDb db, ShiftCopies shifts, TimeProvider clock) : IConsumer<MissionClosed>
{
    public async Task Consume(ConsumeContext<MissionClosed> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var mission = await db.MissionForUpdateAsync(message.MissionId, stop);
        if (!mission.Close(message.Version, message.Reason) || message.Reason is ClosingReason.Filled) { return; }

        var waiting = await db.Applications
            .Where(application => application.MissionId == mission.Id && ApplicationStates.Open.Contains(application.State))
            .ToListAsync(stop);
        foreach (var application in waiting)
        {
            application.Decline(DeclineReason.MissionTerminated, message: null, clock.GetStoredNow());
            db.Publish(application.Declined(), application.Id);
        }

        if (message.Reason is ClosingReason.Cancelled or ClosingReason.Reported or ClosingReason.Refused) { await shifts.CallOffAsync(mission.Id, stop); }
    }
}
