using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Discovery.Indexing;

/// <summary>A published mission with what else a result shows of it.</summary>
/// <param name="AnswerRate">The organisation's; null while it is new.</param>
internal sealed record PublishedMission(Mission Mission, OrganisationState Organisation, double? AnswerRate, string? Network);

/// <summary>Reads published missions from the database.</summary>
internal sealed class MissionLoader(IServiceScopeFactory scopes)
{
    private const int Batch = 1_000;

    /// <summary>All of them, in batches by id.</summary>
    public async IAsyncEnumerable<IReadOnlyList<PublishedMission>> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var after = Guid.Empty;
        while (true)
        {
            var batch = await ReadAsync(missions => missions.Where(mission => mission.Id > after).OrderBy(mission => mission.Id).Take(Batch), stop);
            if (batch.Count > 0) { yield return batch; }
            if (batch.Count < Batch) { yield break; }

            after = batch[^1].Mission.Id;
        }
    }

    /// <summary>Those of these that are published.</summary>
    public async Task<IReadOnlyList<PublishedMission>> TheseAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var found = new List<PublishedMission>(ids.Count);
        foreach (var chunk in ids.Chunk(Batch)) { found.AddRange(await ReadAsync(missions => missions.Where(mission => chunk.Contains(mission.Id)), stop)); }
        return found;
    }

    public async Task<List<Guid>> OfOrganisationsAsync(IReadOnlyCollection<Guid> organisations, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MissionsDb>();
        return await db.Missions.Where(mission => organisations.Contains(mission.OrganisationId)).Select(mission => mission.Id).ToListAsync(stop);
    }

    /// <summary>How many there are.</summary>
    public async Task<int> CountAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MissionsDb>().Missions.CountAsync(mission => mission.State == MissionState.Published, stop);
    }

    private async Task<List<PublishedMission>> ReadAsync(Func<IQueryable<Mission>, IQueryable<Mission>> choose, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MissionsDb>();
        // One snapshot for the mission and its lists, which are read one after the other.
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        var missions = await choose(db.Missions.AsNoTracking().Where(mission => mission.State == MissionState.Published)).ToListAsync(stop);
        var (organisations, networks) = (missions.Select(mission => mission.OrganisationId).ToHashSet(), missions.Select(mission => mission.NetworkId).ToHashSet());
        var theirs = await db.Organisations.Where(organisation => organisations.Contains(organisation.Id))
            .Select(organisation => new { organisation.Id, organisation.State, organisation.Answered, organisation.Asked }).ToDictionaryAsync(row => row.Id, stop);
        var clients = await db.Networks.Where(network => networks.Contains(network.Id)).ToDictionaryAsync(network => network.Id, network => network.ClientId, stop);
        return [.. missions.Select(mission => new PublishedMission(
            mission, theirs[mission.OrganisationId].State,
            Organisation.RateOf(theirs[mission.OrganisationId].Answered, theirs[mission.OrganisationId].Asked), mission.NetworkId is { } network ? clients.GetValueOrDefault(network) : null))];
    }
}
