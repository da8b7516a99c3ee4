using Benevolat.Contracts.Volunteers;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.ServiceDefaults.Data;
using MassTransit;

namespace Benevolat.Matching.Features.Recommendations;

/// <summary>What a volunteer looks for, and whether organisations may be shown them.</summary>
public sealed class WhenVolunteerProfileChanged(MatchingDb db, TimeProvider clock) : IConsumer<VolunteerProfileChanged>
{
    public async Task Consume(ConsumeContext<VolunteerProfileChanged> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        await db.AloneWithAsync(message.VolunteerId, stop);
        var volunteer = await db.Volunteers.FindAsync([message.VolunteerId], stop);
        if (volunteer is null) { db.Add(volunteer = Volunteer.Unheard(message.VolunteerId)); }
        volunteer.Hear(message, clock.GetStoredNow());
    }
}
