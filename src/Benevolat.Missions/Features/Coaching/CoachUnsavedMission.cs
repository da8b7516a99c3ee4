using System.ComponentModel;
using System.Text.Json;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Domain.Coaching;
using Benevolat.Missions.Features.Authoring;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Benevolat.Missions.Features.Coaching;

/// <summary>What the coach says of a text while it is being written.</summary>
public static class CoachUnsavedMission
{
    public static void Map(RouteGroupBuilder missions) => missions.MapPost("/coaching", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(CoachUnsavedMission))
        .WithSummary("Have an unsaved mission coached")
        .WithDescription(
            "A mission as in `POST /organisations/{id}/missions`, with any field absent: what is missing or malformed counts as missing and is never refused. "
            + "Nothing is kept.")
        .WithBodyExample(MissionExample.Json)
        // It is read as it comes, so the framework can't know what is meant.
        .AddOpenApiOperationTransformer((operation, context, _) =>
        {
            foreach (var content in operation.RequestBody?.Content?.Values ?? []) { content.Schema = new OpenApiSchemaReference(nameof(MissionInput), context.Document); }
            return Task.CompletedTask;
        });

    /// <param name="organisation">Who will offer it, so that its name in the title and its purpose in the description are noticed.</param>
    private static async Task<Ok<CoachingResponse>> HandleAsync(
        JsonElement mission, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop,
        [Description("The organisation that will offer it; one that the caller belongs to.")] Guid? organisation = null)
    {
        if (mission.ValueKind != JsonValueKind.Object) { throw ProblemException.ForField("body", HttpRules.WrongType); }

        var coached = new CoachedMission(UnsavedMission.Read(mission), await ProfileAsync(db, http, organisation, stop), ParisTime.DateOf(clock.GetUtcNow()));
        return TypedResults.Ok(CoachingResponse.Of(Coach.Look(coached)));
    }

    private static async Task<OrganisationProfile?> ProfileAsync(MissionsDb db, HttpContext http, Guid? id, CancellationToken stop)
    {
        if (id is null) { return null; }

        var organisation = await db.FindOrganisationAsync(id.Value, stop);
        return organisation.RoleOf(http.User) is not null || http.User.IsModerator() ? organisation.Profile : throw Access.NotFound();
    }
}
