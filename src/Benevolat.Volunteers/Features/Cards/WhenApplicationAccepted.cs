using Benevolat.Contracts.Matching;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;
using MassTransit;

namespace Benevolat.Volunteers.Features.Cards;

/// <summary>The organisation said yes; the card says so.</summary>
public sealed class WhenApplicationAccepted(VolunteersDb db) : IConsumer<ApplicationAccepted>
{
    public Task Consume(ConsumeContext<ApplicationAccepted> context)
    {
        var message = context.Message;
        return db.AdvanceAsync(
            message.ApplicationId, message.Version, message.VolunteerId, message.OrganisationId, ApplicationStage.Accepted, context.CancellationToken);
    }
}
