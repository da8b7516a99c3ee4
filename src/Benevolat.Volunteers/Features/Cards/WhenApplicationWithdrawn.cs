using Benevolat.Contracts.Matching;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;
using MassTransit;

namespace Benevolat.Volunteers.Features.Cards;

/// <summary>The volunteer stepped back: the organisation's members no longer see the card.</summary>
public sealed class WhenApplicationWithdrawn(VolunteersDb db) : IConsumer<ApplicationWithdrawn>
{
    public Task Consume(ConsumeContext<ApplicationWithdrawn> context)
    {
        var message = context.Message;
        return db.AdvanceAsync(
            message.ApplicationId, message.Version, message.VolunteerId, message.OrganisationId, ApplicationStage.Ended, context.CancellationToken);
    }
}
