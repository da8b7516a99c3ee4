using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>Nobody founds a dozen associations at once: more is an accident or an attack on the moderators' time.</summary>
internal static class RegistrationLimit
{
    public const int MostInProgress = 10;

    public static async Task RequireRoomForOrganisationAsync(this MissionsDb db, Guid account, CancellationToken stop)
    {
        var count = await db.Organisations.CountAsync(
            organisation => organisation.CreatedBy == account && (organisation.State == OrganisationState.Draft || organisation.State == OrganisationState.Pending), stop);
        OrganisationRules.TooManyInProgress.Require(count < MostInProgress, ("count", count));
    }
}
