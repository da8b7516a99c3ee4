using System.ComponentModel;
using Benevolat.Matching.Data;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Presence;

/// <summary>The volunteer's own days: those to come and those that were.</summary>
public static class ListMyParticipations
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/volunteers/me/participations", HandleAsync)
        .Validated<PageRequest>()
        .RequireAuthorization(Policies.Person)
        .RefuseUnknownParameters()
        .WithName(nameof(ListMyParticipations))
        .WithSummary("List my participations")
        .WithDescription("The caller's participations in every state, in order of days, page by page. `from` and `to` are days in France, both included.");

    private static async Task<Ok<Page<ParticipationResponse>>> HandleAsync(
        [AsParameters] PageRequest page,
        [Description("The first day.")] DateOnly? from,
        [Description("The last day.")] DateOnly? to,
        HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        var volunteer = http.User.AccountId();
        var query = $"participations of {volunteer} {from:O} {to:O}";
        var mine = db.Participations.AsNoTracking().Where(row => row.VolunteerId == volunteer);
        if (from is not null) { mine = mine.Where(row => row.On >= from); }
        if (to is not null) { mine = mine.Where(row => row.On <= to); }

        var found = await mine.ReadPageAsync(db, page, query, _ => new(AsVolunteer: true, Role: null), clock.GetStoredNow(), stop);
        return TypedResults.Ok(http.ToPage(found, page.Size, last => Cursor.Encode(new AfterParticipation(last.On, last.Id), query)));
    }
}
