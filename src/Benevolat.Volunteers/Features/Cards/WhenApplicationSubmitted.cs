using Benevolat.Contracts.Matching;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;
using MassTransit;

namespace Benevolat.Volunteers.Features.Cards;

/// <summary>A volunteer applied: the organisation's members may see their card.</summary>
public sealed class WhenApplicationSubmitted(VolunteersDb db) : IConsumer<ApplicationSubmitted>
{
    public Task Consume(ConsumeContext<ApplicationSubmitted> context)
    {
        var message = context.Message;
        return db.AdvanceAsync(
            message.ApplicationId, message.Version, message.VolunteerId, message.OrganisationId, ApplicationStage.Open, context.CancellationToken);
    }
}
