using System.ComponentModel;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Domain.Splitting;
using Benevolat.Missions.Features.Authoring;
using Benevolat.Missions.Features.Places;
using Benevolat.Missions.Features.Revisions;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Splitting;

/// <summary>An organisation accepts a split, as proposed or changed.</summary>
public static class SplitMission
{
    public sealed record Request([property: Description("Two to four missions.")] IReadOnlyList<MissionInput?>? Parts);

    public sealed record Response(IReadOnlyList<MissionResponse> Items);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator(Gazetteer gazetteer, TimeProvider clock)
        {
            RuleFor(request => request.Parts).NotNull()
                .Obeys(Rules.SplitParts, parts => parts.Count is >= MissionSplit.FewestParts and <= MissionSplit.MostParts);
            RuleForEach(request => request.Parts).NotNull().SetValidator(new MissionInputValidator(gazetteer, clock)!);
        }
    }

    public static void Map(RouteGroupBuilder missions) => missions.MapPost("/{id:guid}/split", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<Request>()
        .Idempotent<MissionsDb>()
        .WithName(nameof(SplitMission))
        .WithSummary("Split a mission")
        .WithDescription(
            "For owners and managers: each part becomes a draft that is linked with the mission and its other parts (`complements`). "
            + "The mission itself stays as it is: edit or close it when its parts stand. Honours Idempotency-Key.")
        .WithBodyExample($$"""{ "parts": [{{MissionExample.Json}}, {{MissionExample.Json}}] }""");

    private static async Task<Created<Response>> HandleAsync(
        Guid id, Request request, HttpContext http, MissionsDb db, Gazetteer gazetteer, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionToManageAsync(id, http.User, stop);
        Rules.Closed.Require(mission.State != MissionState.Closed);
        var inputs = request.Parts!.Select(part => part!).ToList();
        await db.RequireRoomForDraftAsync(http.User.AccountId(), stop, more: inputs.Count);
        Rules.Welcomer.Require(inputs.TrueForAll(input => input.WelcomerId is not { } welcomer || organisation.RoleOf(welcomer) is not null));

        var (actor, now) = (Actor.Member(http.User.AccountId()), clock.GetUtcNow());
        // A millisecond apart, so that they are listed in the order in which they were sent.
        var parts = inputs.Select((input, number) => Mission.Draft(organisation, input.ToContent(gazetteer), actor, now.AddMilliseconds(number), splitFrom: id)).ToList();
        foreach (var part in parts)
        {
            db.Add(part);
            db.Keep(part, actor, now);
        }

        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/v1/missions/{id}", new Response(parts.ConvertAll(part => MissionResponse.From(part, organisation.State))));
    }
}
