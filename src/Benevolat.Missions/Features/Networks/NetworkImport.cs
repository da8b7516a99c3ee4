using System.Security.Cryptography;
using System.Text.Json;
using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Authoring;
using Benevolat.Missions.Features.Organisations;
using Benevolat.Missions.Features.Places;
using Benevolat.ServiceDefaults.Json;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Networks;

/// <summary>Takes one mission of a network in: organisation, mission and the document it came from, in one transaction.</summary>
internal sealed class NetworkImport(MissionsDb db, Gazetteer gazetteer, IValidator<MissionInput> validator, TimeProvider clock)
{
    public async Task<(Mission Mission, ImportOutcome Outcome)> UpsertAsync(
        string clientId, string externalId, NationalMission sent, CancellationToken stop)
    {
        var input = sent.ToInput(gazetteer);
        await validator.RequireValidAsync(input, stop);
        var document = JsonSerializer.Serialize(sent, JsonConventions.Tolerant);
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(sent, JsonConventions.Tolerant));

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var network = await db.FindOrAddNetworkAsync(clientId, clock.GetUtcNow(), stop);
        // One import of an organisation at a time: clients push many missions of it in parallel, and the first one creates it.
        await LockAsync($"{network}/{sent.OrganisationKey()}", stop);

        var source = await db.NetworkMissions.SingleOrDefaultAsync(row => row.NetworkId == network && row.ExternalId == externalId, stop);
        if (source is not null && source.Hash.AsSpan().SequenceEqual(hash))
        {
            return (await db.Missions.AsNoTracking().SingleAsync(mission => mission.Id == source.MissionId, stop), ImportOutcome.Unchanged);
        }

        var organisation = await FindOrAddOrganisationAsync(network, sent, stop);
        var now = clock.GetUtcNow();
        var mission = source is null
            ? Create(organisation, network, input.ToContent(gazetteer), now)
            : await UpdateAsync(source.MissionId, input.ToContent(gazetteer), now, stop);
        if (source is null) { db.Add(source = new NetworkMission { NetworkId = network, ExternalId = externalId, MissionId = mission.Id }); }
        var isNew = source.Hash.Length == 0;
        source.Receive(hash, document, now);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return (mission, isNew ? ImportOutcome.Created : ImportOutcome.Updated);
    }

    private Mission Create(Organisation organisation, Guid network, MissionContent content, DateTimeOffset now)
    {
        var mission = Mission.Draft(organisation, content, Actor.Network(network), now);
        mission.Publish(organisation, Actor.Network(network), now);
        db.Add(mission);
        db.Tell(mission, MissionState.Draft, now);
        return mission;
    }

    private async Task<Mission> UpdateAsync(Guid id, MissionContent content, DateTimeOffset now, CancellationToken stop)
    {
        var mission = await db.Missions.SingleAsync(mission => mission.Id == id, stop);
        var before = mission.State;
        mission.Edit(WithOurs(content, mission), now);
        db.Tell(mission, before, now);
        return mission;
    }

    /// <summary>What the exchange format has no field for was written here, and stays.</summary>
    private static MissionContent WithOurs(MissionContent sent, Mission mission) => sent with
    {
        WelcomerId = mission.WelcomerId,
        Welcome = mission.Welcome,
        Difficulty = mission.Difficulty,
        ExpensesNote = mission.ExpensesNote,
        Mandate = mission.Mandate,
    };

    private async Task<Organisation> FindOrAddOrganisationAsync(Guid network, NationalMission sent, CancellationToken stop)
    {
        var (key, profile, now) = (sent.OrganisationKey(), sent.ToProfile(gazetteer), clock.GetUtcNow());
        var organisation = await db.Organisations.SingleOrDefaultAsync(row => row.NetworkId == network && row.ExternalId == key, stop);
        if (organisation is null)
        {
            organisation = Organisation.Import(profile, network, key, now);
            db.Add(organisation);
            db.Publish(new OrganisationVerified(organisation.Id, organisation.Version, profile.Name, now), organisation.Id);
        }
        else if (organisation.Describe(profile with { CommuneCode = profile.CommuneCode ?? organisation.Profile.CommuneCode }))
        {
            await db.RenameMissionsAsync(organisation, now, stop);
        }

        return organisation;
    }

    private Task<int> LockAsync(string name, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", stop);
}
