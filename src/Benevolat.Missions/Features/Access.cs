using System.Security.Claims;
using Benevolat.Contracts.Missions;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features;

/// <summary>Who may do what to which thing. What one may not see is not there: 404; what one sees but may not change: 403.</summary>
internal static class Access
{
    public static ProblemException NotFound() => new(StatusCodes.Status404NotFound, HttpRules.NotFound);

    public static bool IsModerator(this ClaimsPrincipal user) => user.IsPerson() && user.IsInRole(Policies.Moderator);

    /// <summary>The role that the caller has in the organisation; null for strangers.</summary>
    public static MemberRole? RoleOf(this Organisation organisation, ClaimsPrincipal user) =>
        user.AccountIdOrNull() is { } account ? organisation.RoleOf(account) : null;

    public static async Task<Organisation> FindOrganisationAsync(this MissionsDb db, Guid id, CancellationToken stop) =>
        await db.Organisations.SingleOrDefaultAsync(organisation => organisation.Id == id, stop) ?? throw NotFound();

    /// <summary>Members and moderators see an organisation in any state, and why it is in it.</summary>
    public static bool IsInsider(this Organisation organisation, ClaimsPrincipal user) => organisation.RoleOf(user) is not null || user.IsModerator();

    /// <summary>One that the caller may see: a verified one, or in any state for insiders.</summary>
    public static async Task<Organisation> FindOrganisationToSeeAsync(this MissionsDb db, Guid id, ClaimsPrincipal user, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        return organisation.IsPublic || organisation.IsInsider(user) ? organisation : throw NotFound();
    }

    /// <summary>Owners and managers act for the organisation.</summary>
    public static void RequireManager(this Organisation organisation, ClaimsPrincipal user)
    {
        var role = organisation.RoleOf(user) ?? throw NotFound();
        if (role == MemberRole.Welcomer) { throw new ProblemException(StatusCodes.Status403Forbidden, HttpRules.Forbidden); }
    }

    public static void RequireOwner(this Organisation organisation, ClaimsPrincipal user)
    {
        var role = organisation.RoleOf(user) ?? throw NotFound();
        if (role != MemberRole.Owner) { throw new ProblemException(StatusCodes.Status403Forbidden, HttpRules.Forbidden); }
    }

    /// <summary>Owners decide about people; moderators may, where a network brought an organisation in without any owner.</summary>
    public static void RequireOwnerOrModerator(this Organisation organisation, ClaimsPrincipal user)
    {
        if (organisation.RoleOf(user) != MemberRole.Owner && !user.IsModerator()) { organisation.RequireOwner(user); }
    }

    /// <summary>A mission of the caller's own organisation, with the organisation.</summary>
    public static async Task<(Mission Mission, Organisation Organisation)> FindMissionToManageAsync(
        this MissionsDb db, Guid id, ClaimsPrincipal user, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionAsync(id, stop);
        organisation.RequireManager(user);
        return (mission, organisation);
    }

    public static async Task<(Mission Mission, Organisation Organisation)> FindMissionAsync(this MissionsDb db, Guid id, CancellationToken stop)
    {
        var mission = await db.Missions.SingleOrDefaultAsync(mission => mission.Id == id, stop) ?? throw NotFound();
        return (mission, await db.FindOrganisationAsync(mission.OrganisationId, stop));
    }

    /// <summary>The hat in which the caller acts on the organisation's things: its manager's, else a moderator's.</summary>
    public static Actor ActorFor(this ClaimsPrincipal user, Organisation organisation)
    {
        if (organisation.RoleOf(user) is not (MemberRole.Owner or MemberRole.Manager) && user.IsModerator()) { return Actor.Moderator(user.AccountId()); }

        organisation.RequireManager(user);
        return Actor.Member(user.AccountId());
    }

    /// <summary>What was public once stays readable by its address; drafts and suspended organisations' missions are for members and moderators.</summary>
    public static bool MaySee(this ClaimsPrincipal user, Mission mission, Organisation organisation) =>
        (mission.WasPublic && organisation.State != OrganisationState.Suspended) || organisation.RoleOf(user) is not null || user.IsModerator();
}
