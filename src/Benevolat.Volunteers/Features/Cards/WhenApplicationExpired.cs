using Benevolat.Contracts.Matching;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;
using MassTransit;

namespace Benevolat.Volunteers.Features.Cards;

/// <summary>Nobody answered for so long that it is over: the organisation's members no longer see the card.</summary>
public sealed class WhenApplicationExpired(VolunteersDb db) : IConsumer<ApplicationExpired>
{
    public Task Consume(ConsumeContext<ApplicationExpired> context)
    {
        var message = context.Message;
        return db.AdvanceAsync(
            message.ApplicationId, message.Version, message.VolunteerId, message.OrganisationId, ApplicationStage.Ended, context.CancellationToken);
    }
}
