using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Authoring;

/// <summary>Who moved a mission from state to state, when and why.</summary>
public static class GetMissionHistory
{
    public sealed record Response(IReadOnlyList<Item> Items);

    public sealed record Item(MissionState? From, MissionState To, ActorKind Actor, Guid? ActorId, DateTimeOffset At, string? Reason, string? Detail, string? Note);

    public static void Map(RouteGroupBuilder missions) => missions.MapGet("/{id:guid}/history", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(GetMissionHistory))
        .WithSummary("Read a mission's history")
        .WithDescription("For members and moderators: every transition with its actor, time and reason, oldest first.");

    private static async Task<Ok<Response>> HandleAsync(Guid id, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var (_, organisation) = await db.FindMissionAsync(id, stop);
        if (organisation.RoleOf(http.User) is null && !http.User.IsModerator()) { throw Access.NotFound(); }

        var items = await db.MissionTransitions.AsNoTracking()
            .Where(step => step.MissionId == id)
            .OrderBy(step => step.At).ThenBy(step => step.Id)
            .Select(step => new Item(step.From, step.To, step.Actor, step.ActorId, step.At, step.Reason, step.Detail, step.Note))
            .ToListAsync(stop);
        return TypedResults.Ok(new Response(items));
    }
}
