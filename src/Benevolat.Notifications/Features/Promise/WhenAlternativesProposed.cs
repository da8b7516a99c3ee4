using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Promise;

/// <summary>Offers the volunteer other missions instead of silence; with none that suits, it says so and does not leave them alone.</summary>
public sealed class WhenAlternativesProposed(NotificationsDb db, TimeProvider clock) : IConsumer<AlternativesProposed>
{
    public Task Consume(ConsumeContext<AlternativesProposed> context)
    {
        var message = context.Message;
        db.Add(new Notice
        {
            Id = context.MessageId!.Value,
            Kind = NotificationKind.AlternativesProposed,
            At = message.At,
            OrganisationId = message.OrganisationId,
            MissionId = message.MissionId,
            ApplicationId = message.ApplicationId,
            RecipientId = message.VolunteerId,
            Reason = message.Cause.ToString(),
            MissionIds = [.. message.MissionIds],
            MissionCount = message.MissionIds.Count,
            TraceParent = Activity.Current?.Id,
            DueAt = clock.GetUtcNow(),
        });
        return Task.CompletedTask;
    }
}
