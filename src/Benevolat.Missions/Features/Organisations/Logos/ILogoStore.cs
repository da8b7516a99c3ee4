namespace Benevolat.Missions.Features.Organisations.Logos;

/// <summary>Where logos lie. In the database today; a volume or an object store would be another one of these.</summary>
internal interface ILogoStore
{
    /// <summary>Takes the place of the one before. What belongs to the database is saved by the caller, with the organisation.</summary>
    Task PutAsync(Guid organisationId, Logo logo, DateTimeOffset now, CancellationToken stop);

    Task DeleteAsync(Guid organisationId, CancellationToken stop);

    Task<Logo?> FindAsync(Guid organisationId, CancellationToken stop);
}

/// <summary>A logo as it is sent out.</summary>
/// <param name="Tag">Names the content.</param>
internal sealed record Logo(string Tag, byte[] Png);
