using System.ComponentModel;
using Benevolat.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Places;

/// <summary>One place by its code, which stays valid when the commune doesn't.</summary>
public static class GetPlace
{
    public static void Map(RouteGroupBuilder places) => places.MapGet("/{code}", Handle)
        .AllowAnonymous()
        .RefuseUnknownParameters()
        .WithName(nameof(GetPlace))
        .WithSummary("Find a commune by its code")
        .WithDescription("By INSEE code. Former communes are here too: `former`, and `mergedInto` where it is known what became of them.");

    private static Ok<Place> Handle([Description("INSEE code, for example 69123.")] string code, Gazetteer gazetteer) =>
        TypedResults.Ok(gazetteer.Find(code) ?? throw Access.NotFound());
}
