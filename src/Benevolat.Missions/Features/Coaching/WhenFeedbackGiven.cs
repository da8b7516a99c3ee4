using Benevolat.Contracts.Matching;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Coaching;

/// <summary>Somebody who came says how it was: the coach hears whether the text told it.</summary>
public sealed class WhenFeedbackGiven(MissionsDb db) : IConsumer<FeedbackGiven>
{
    public async Task Consume(ConsumeContext<FeedbackGiven> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        // Missions are born here, so an unknown one is no early event but a broken neighbour: keep it where operators see it.
        if (!await db.Missions.AnyAsync(mission => mission.Id == message.MissionId, stop))
        {
            throw new InvalidOperationException($"There is no mission {message.MissionId}.");
        }

        var feedback = await db.MissionFeedback.FindAsync([message.ApplicationId], stop);
        if (feedback is null) { db.Add(feedback = new MissionFeedback { ApplicationId = message.ApplicationId, MissionId = message.MissionId }); }
        feedback.Note(message.Version, message.Happened ? message.AsDescribed : null);
    }
}
