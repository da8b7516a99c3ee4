using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;

namespace Benevolat.Volunteers.Features.Cards;

/// <summary>Keeps <see cref="KnownApplication"/> in step; the version is a concurrency token, so racing consumers retry instead of overwriting.</summary>
internal static class ApplicationProjection
{
    public static async Task AdvanceAsync(
        this VolunteersDb db, Guid id, long version, Guid volunteerId, Guid organisationId, ApplicationStage stage, CancellationToken stop)
    {
        var application = await db.Applications.FindAsync([id], stop);
        if (application is null) { db.Add(application = new KnownApplication { Id = id }); }
        application.Advance(version, volunteerId, organisationId, stage);
    }
}
