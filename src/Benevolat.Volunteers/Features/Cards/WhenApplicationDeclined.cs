using Benevolat.Contracts.Matching;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;
using MassTransit;

namespace Benevolat.Volunteers.Features.Cards;

/// <summary>The organisation said no: its members no longer see the card.</summary>
public sealed class WhenApplicationDeclined(VolunteersDb db) : IConsumer<ApplicationDeclined>
{
    public Task Consume(ConsumeContext<ApplicationDeclined> context)
    {
        var message = context.Message;
        return db.AdvanceAsync(
            message.ApplicationId, message.Version, message.VolunteerId, message.OrganisationId, ApplicationStage.Ended, context.CancellationToken);
    }
}
