using Benevolat.Contracts.Missions;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Applications;

/// <summary>An application that the caller may see: as its volunteer or as a member of its organisation.</summary>
internal sealed record SeenApplication(Application Application, Mission Mission, bool AsVolunteer, MemberRole? Role)
{
    /// <summary>Who sees an application without managing it is told so; for everybody else it doesn't exist.</summary>
    public void RequireManager() => Require(Role.ManagesApplications());

    public void RequireVolunteer() => Require(AsVolunteer);

    public ApplicationRow Row => new() { Application = Application, MissionTitle = Mission.Title, OrganisationName = Mission.OrganisationName };

    private static void Require(bool holds)
    {
        if (!holds) { throw new ProblemException(StatusCodes.Status403Forbidden, HttpRules.Forbidden); }
    }
}

internal static class ApplicationAccess
{
    public static bool ManagesApplications(this MemberRole? role) => role is MemberRole.Owner or MemberRole.Manager;

    /// <summary>Null when there is no such application or it is none of the caller's business: both are 404.</summary>
    public static async Task<SeenApplication?> SeenAsync(this MatchingDb db, Guid id, HttpContext http, CancellationToken stop)
    {
        var account = http.User.AccountId();
        var found = await (
            from application in db.Applications
            where application.Id == id
            join mission in db.Missions on application.MissionId equals mission.Id
            select new
            {
                application,
                mission,
                role = db.Memberships
                    .Where(member => member.OrganisationId == application.OrganisationId && member.AccountId == account)
                    .Select(member => member.Role).FirstOrDefault(),
            }).SingleOrDefaultAsync(stop);
        if (found is null) { return null; }

        var isVolunteer = found.application.VolunteerId == account;
        return isVolunteer || found.role is not null ? new(found.application, found.mission, isVolunteer, found.role) : null;
    }

    /// <summary>A suspended organisation may still say no; it gets no new volunteers, and with them no contacts.</summary>
    public static async Task RequireMayWelcomeAsync(this MatchingDb db, Guid organisationId, CancellationToken stop)
    {
        if (await db.Organisations.AnyAsync(organisation => organisation.Id == organisationId && organisation.Suspended, stop))
        {
            throw new ProblemException(StatusCodes.Status403Forbidden, ApplicationRules.OrganisationSuspended);
        }
    }

    /// <summary>The caller's role in the organisation of a mission; null for strangers, and for missions that aren't known: 404.</summary>
    public static async Task<MemberRole?> RoleInMissionAsync(this MatchingDb db, Guid id, HttpContext http, CancellationToken stop) =>
        (await db.MissionOfAsync(id, http, stop)).Role;

    /// <summary>A mission whose applications the caller manages; null when there is none such for them: 404.</summary>
    /// <exception cref="ProblemException">403 for members who don't manage applications.</exception>
    public static async Task<Mission?> ManagedMissionAsync(this MatchingDb db, Guid id, HttpContext http, CancellationToken stop)
    {
        var (mission, role) = await db.MissionOfAsync(id, http, stop);
        if (role is null) { return null; }
        return role.ManagesApplications() ? mission : throw new ProblemException(StatusCodes.Status403Forbidden, HttpRules.Forbidden);
    }

    /// <summary>The caller's role in an organisation, null for strangers.</summary>
    public static Task<MemberRole?> RoleAsync(this MatchingDb db, Guid organisationId, HttpContext http, CancellationToken stop)
    {
        var account = http.User.AccountId();
        return db.Memberships
            .Where(member => member.OrganisationId == organisationId && member.AccountId == account)
            .Select(member => member.Role).FirstOrDefaultAsync(stop);
    }

    private static async Task<(Mission? Mission, MemberRole? Role)> MissionOfAsync(this MatchingDb db, Guid id, HttpContext http, CancellationToken stop)
    {
        var mission = await db.Missions.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, stop);
        return mission is { IsKnown: true } ? (mission, await db.RoleAsync(mission.OrganisationId, http, stop)) : default;
    }
}
