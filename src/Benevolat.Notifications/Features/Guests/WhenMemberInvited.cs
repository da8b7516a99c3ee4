using System.Diagnostics;
using Benevolat.Contracts.Missions;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using MassTransit;

namespace Benevolat.Notifications.Features.Guests;

/// <summary>Asks somebody in who may have no account: one message with a link, then the address is forgotten.</summary>
public sealed class WhenMemberInvited(NotificationsDb db, TimeProvider clock) : IConsumer<MemberInvited>
{
    public Task Consume(ConsumeContext<MemberInvited> context)
    {
        var message = context.Message;
        db.AddRange(
            new Guest
            {
                Id = message.InvitationId,
                Email = message.Email,
                Language = message.Language,
                Role = message.Role,
                Token = message.Token,
                ExpiresAt = message.ExpiresAt,
            },
            new Notice
            {
                Id = context.MessageId!.Value,
                Kind = NotificationKind.MemberInvited,
                At = message.At,
                OrganisationId = message.OrganisationId,
                OrganisationName = message.OrganisationName,
                RecipientId = message.InvitationId,
                TraceParent = Activity.Current?.Id,
                DueAt = clock.GetUtcNow(),
            });
        return Task.CompletedTask;
    }
}
