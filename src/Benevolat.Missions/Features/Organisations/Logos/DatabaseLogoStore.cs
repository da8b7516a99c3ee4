using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations.Logos;

/// <summary>Logos beside the organisations: they are small, few, and backed up with them.</summary>
internal sealed class DatabaseLogoStore(MissionsDb db) : ILogoStore
{
    public async Task PutAsync(Guid organisationId, Logo logo, DateTimeOffset now, CancellationToken stop)
    {
        var row = await db.OrganisationLogos.SingleOrDefaultAsync(known => known.OrganisationId == organisationId, stop);
        if (row is null) { db.Add(new OrganisationLogo { OrganisationId = organisationId, Tag = logo.Tag, Content = logo.Png, StoredAt = now }); }
        else { (row.Tag, row.Content, row.StoredAt) = (logo.Tag, logo.Png, now); }
    }

    public async Task DeleteAsync(Guid organisationId, CancellationToken stop)
    {
        var row = await db.OrganisationLogos.SingleOrDefaultAsync(known => known.OrganisationId == organisationId, stop);
        if (row is not null) { db.Remove(row); }
    }

    public async Task<Logo?> FindAsync(Guid organisationId, CancellationToken stop)
    {
        var row = await db.OrganisationLogos.AsNoTracking().SingleOrDefaultAsync(known => known.OrganisationId == organisationId, stop);
        return row is null ? null : new Logo(row.Tag, row.Content);
    }
}
