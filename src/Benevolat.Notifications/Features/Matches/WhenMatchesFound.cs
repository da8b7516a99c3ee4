using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Matches;

/// <summary>Tells the volunteer which new missions suit them. One event, one e-mail, as with the searches that people keep.</summary>
public sealed class WhenMatchesFound(NotificationsDb db, TimeProvider clock) : IConsumer<MatchesFound>
{
    public Task Consume(ConsumeContext<MatchesFound> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.MatchesFound,
            At = message.At,
            RecipientId = message.VolunteerId,
            MissionIds = [.. message.MissionIds],
            MissionCount = message.Total,
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
