using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations.Duplicates;

/// <summary>Looks for organisations that may be the same: by number anywhere, by name in the same city. The rule itself is <see cref="OrganisationLikeness"/>.</summary>
internal static class DuplicateSearch
{
    private const int Most = 10;

    /// <summary>
    /// 409 with those that may be the same, for somebody who hasn't said that it is none of them. Inside the transaction that saves it: of two who
    /// register the same at the same instant, the second waits here and finds the first.
    /// </summary>
    public static async Task RequireDistinctAsync(this MissionsDb db, Organisation organisation, Guid account, CancellationToken stop)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('organisations to be', 0))", stop);
        var duplicates = await db.FindDuplicatesAsync(organisation.Profile, organisation.Id, account, stop);
        if (duplicates.Count == 0) { return; }

        throw new ProblemException(StatusCodes.Status409Conflict, OrganisationRules.Duplicate)
        {
            Details = new Dictionary<string, object?> { ["duplicates"] = duplicates },
        };
    }

    /// <summary>The likeliest first. Other people's drafts are nobody's business, and a suspension isn't told to strangers.</summary>
    public static async Task<IReadOnlyList<Duplicate>> FindDuplicatesAsync(
        this MissionsDb db, OrganisationProfile profile, Guid? except, Guid account, CancellationToken stop)
    {
        var candidates = await db.ReadCandidatesAsync([profile], stop);
        var found = candidates.Where(other => other.Id != except && (other.IsOpen || other.Members.Contains(account)))
            .Select(other => (Other: other, Why: OrganisationLikeness.Between(profile, other.Profile)))
            .Where(pair => pair.Why is not null)
            .OrderBy(pair => pair.Why).ThenBy(pair => pair.Other.Profile.Name, StringComparer.Ordinal).ThenBy(pair => pair.Other.Id)
            .Take(Most);
        return [.. found.Select(pair => new Duplicate(
            pair.Other.Id, pair.Other.Profile.Name, pair.Other.Profile.Commune, pair.Other.State == OrganisationState.Verified, pair.Why!.Value))];
    }

    /// <summary>For moderators, who see everything but drafts: the reasons why each of these may be another.</summary>
    public static async Task<Dictionary<Guid, IReadOnlyList<DuplicateReason>>> FindLikenessesAsync(
        this MissionsDb db, IReadOnlyList<Organisation> organisations, CancellationToken stop)
    {
        var candidates = (await db.ReadCandidatesAsync([.. organisations.Select(organisation => organisation.Profile)], stop))
            .Where(other => other.State != OrganisationState.Draft).ToList();
        return organisations.ToDictionary(organisation => organisation.Id, organisation => (IReadOnlyList<DuplicateReason>)[.. candidates
            .Where(other => other.Id != organisation.Id)
            .Select(other => OrganisationLikeness.Between(organisation.Profile, other.Profile)).OfType<DuplicateReason>().Distinct()]);
    }

    /// <summary>Whatever shares a number with one of these, or lies in the city of one.</summary>
    private static async Task<List<Candidate>> ReadCandidatesAsync(this MissionsDb db, IReadOnlyList<OrganisationProfile> profiles, CancellationToken stop)
    {
        string[] rnas = [.. profiles.Select(profile => profile.Rna).OfType<string>()];
        string[] sirens = [.. profiles.Select(profile => profile.AnySiren).OfType<string>()];
        string[] communes = [.. profiles.Select(profile => profile.CommuneCode).OfType<string>().SelectMany(Communes.CodesOfCity).Distinct()];
        var byRna = db.Organisations.Where(row => rnas.Contains(row.Profile.Rna));
        var bySiren = db.Organisations.Where(row => sirens.Contains(row.Profile.Siren ?? row.Profile.Siret!.Substring(0, 9)));
        var near = db.Organisations.Where(row => communes.Contains(row.Profile.CommuneCode));
        return await byRna.Union(bySiren).Union(near).AsNoTracking()
            .Select(row => new Candidate(row.Id, row.State, row.Profile, row.Members.Select(member => member.AccountId).ToList()))
            .ToListAsync(stop);
    }

    private sealed record Candidate(Guid Id, OrganisationState State, OrganisationProfile Profile, List<Guid> Members)
    {
        public bool IsOpen => State is OrganisationState.Pending or OrganisationState.Verified;
    }
}
