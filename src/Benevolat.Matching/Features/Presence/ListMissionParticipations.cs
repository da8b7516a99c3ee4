using System.ComponentModel;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Features.Applications;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Presence;

/// <summary>Who is expected at a mission, and who came.</summary>
public static class ListMissionParticipations
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/missions/{id:guid}/participations", HandleAsync)
        .Validated<PageRequest>()
        .RequireAuthorization(Policies.Person)
        .RefuseUnknownParameters()
        .WithName(nameof(ListMissionParticipations))
        .WithSummary("List a mission's participations")
        .WithDescription("For every member of the organisation, who welcomes included: in order of days, page by page. `state` repeats for any of several.");

    private static async Task<Results<Ok<Page<ParticipationResponse>>, NotFound>> HandleAsync(
        Guid id,
        [AsParameters] PageRequest page,
        [Description("Only this shift.")] Guid? shift,
        [Description("Only in this state; repeat for any of several.")] string[]? state,
        HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        var role = await db.RoleInMissionAsync(id, http, stop);
        if (role is null) { return TypedResults.NotFound(); }

        var states = KebabQuery.ParseAll<ParticipationState>(state, nameof(state));
        var query = $"participations in {id} {shift} {string.Join(',', states)}";
        var theirs = db.Participations.Where(row => row.MissionId == id);
        if (shift is not null) { theirs = theirs.Where(row => row.ShiftId == shift); }
        if (states.Count > 0) { theirs = theirs.Where(row => states.Contains(row.State)); }

        var found = await theirs.ReadPageAsync(db, page, query, _ => new(AsVolunteer: false, role), clock.GetStoredNow(), stop);
        return TypedResults.Ok(http.ToPage(found, page.Size, last => Cursor.Encode(new AfterParticipation(last.On, last.Id), query)));
    }
}
