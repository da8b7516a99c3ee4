using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>The moderators' queue of missions.</summary>
public static class ListMissionsToReview
{
    private sealed record Position(DateTimeOffset SubmittedAt, Guid Id);

    public static void Map(RouteGroupBuilder moderation) => moderation.MapGet("/missions", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .RefuseUnknownParameters()
        .Validated<PageRequest>()
        .WithName(nameof(ListMissionsToReview))
        .WithSummary("List missions to review")
        .WithDescription(
            "Missions in review, the one that waits longest first. `department` (for example `69` or `2A`) narrows it to a territory: where the "
            + "mission takes place, or where its organisation sits if it is done from home. Each comes with what its organisation has done before "
            + "and with look-alikes nearby.");

    private static async Task<Ok<Page<ReviewItem>>> HandleAsync(
        [AsParameters] PageRequest page, HttpContext http, MissionsDb db, ReviewFacts facts, CancellationToken stop, string? department = null)
    {
        var query = $"moderation/missions/{department}";
        var after = Cursor.Decode<Position>(page.Cursor, query);
        var missions = await InDepartment(db, department)
            .Where(mission => mission.State == MissionState.InReview)
            .Where(mission => after == null || mission.SubmittedAt > after.SubmittedAt || (mission.SubmittedAt == after.SubmittedAt && mission.Id > after.Id))
            .OrderBy(mission => mission.SubmittedAt).ThenBy(mission => mission.Id)
            .Take(page.Size + 1)
            .ToListAsync(stop);
        var items = await facts.OfAsync(missions, stop);
        return TypedResults.Ok(http.ToPage(items, page.Size, item => Cursor.Encode(new Position(item.SubmittedAt ?? default, item.Mission.Id), query)));
    }

    private static IQueryable<Mission> InDepartment(MissionsDb db, string? department)
    {
        var missions = db.Missions.AsNoTracking();
        if (department is null) { return missions; }
        if (!Departments.IsCode(department)) { throw ProblemException.ForField("department", Departments.Rule); }

        // A department's communes begin with its code, overseas with its three digits.
        return missions.Where(mission => mission.Addresses.Any(address => address.Department == department)
            || (!mission.Addresses.Any() && db.Organisations.Any(organisation => organisation.Id == mission.OrganisationId
                && organisation.Profile.CommuneCode != null && organisation.Profile.CommuneCode.StartsWith(department))));
    }
}
