using Benevolat.Contracts.Matching;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;
using MassTransit;

namespace Benevolat.Volunteers.Features.Cards;

/// <summary>The organisation answered that it saw the application; the card stays visible.</summary>
public sealed class WhenApplicationAcknowledged(VolunteersDb db) : IConsumer<ApplicationAcknowledged>
{
    public Task Consume(ConsumeContext<ApplicationAcknowledged> context)
    {
        var message = context.Message;
        return db.AdvanceAsync(
            message.ApplicationId, message.Version, message.VolunteerId, message.OrganisationId, ApplicationStage.Open, context.CancellationToken);
    }
}
