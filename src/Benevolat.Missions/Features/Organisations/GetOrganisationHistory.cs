using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>Who moved an organisation from state to state, when and why.</summary>
public static class GetOrganisationHistory
{
    public sealed record Response(IReadOnlyList<Item> Items);

    public sealed record Item(OrganisationState? From, OrganisationState To, ActorKind Actor, Guid? ActorId, DateTimeOffset At, string? Reason);

    public static void Map(RouteGroupBuilder organisations) => organisations.MapGet("/{id:guid}/history", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(GetOrganisationHistory))
        .WithSummary("Read an organisation's history")
        .WithDescription("For members and moderators: every transition with its actor, time and reason, oldest first.");

    private static async Task<Ok<Response>> HandleAsync(Guid id, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        if (!organisation.IsInsider(http.User)) { throw Access.NotFound(); }

        var items = await db.OrganisationTransitions.AsNoTracking()
            .Where(step => step.OrganisationId == id)
            .OrderBy(step => step.At).ThenBy(step => step.Id)
            .Select(step => new Item(step.From, step.To, step.Actor, step.ActorId, step.At, step.Reason))
            .ToListAsync(stop);
        return TypedResults.Ok(new Response(items));
    }
}
