using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;

namespace Benevolat.Matching.Features.Organisations;

/// <summary>What the consumers of organisation events share.</summary>
internal static class OrganisationCopies
{
    public static async Task<Organisation> OrganisationForUpdateAsync(this MatchingDb db, Guid id, CancellationToken stop)
    {
        await db.AloneWithAsync(id, stop);
        var organisation = await db.Organisations.FindAsync([id], stop);
        if (organisation is null) { db.Add(organisation = Organisation.Unheard(id)); }
        return organisation;
    }
}
