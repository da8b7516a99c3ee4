using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations.Joining;

/// <summary>How requests are found.</summary>
internal static class JoinRequests
{
    public static async Task<JoinRequest> FindJoinRequestAsync(this MissionsDb db, Guid organisation, Guid id, CancellationToken stop) =>
        await db.JoinRequests.SingleOrDefaultAsync(request => request.Id == id && request.OrganisationId == organisation, stop) ?? throw Access.NotFound();
}
