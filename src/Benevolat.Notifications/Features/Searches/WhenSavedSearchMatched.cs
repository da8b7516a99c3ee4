using System.Diagnostics;
using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Searches;

/// <summary>
/// Tells the person which new missions fit a search that they keep. An alert is one event, and the inbox takes an event once: however often
/// it is delivered, a version of a search makes one notice and so one e-mail.
/// </summary>
public sealed class WhenSavedSearchMatched(NotificationsDb db, TimeProvider clock) : IConsumer<SavedSearchMatched>
{
    public Task Consume(ConsumeContext<SavedSearchMatched> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.NewMissions,
            At = message.At,
            RecipientId = message.AccountId,
            MissionIds = [.. message.MissionIds],
            MissionCount = message.Total,
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
