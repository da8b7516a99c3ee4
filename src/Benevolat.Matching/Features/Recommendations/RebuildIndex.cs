using Benevolat.Matching.Features.Recommendations.Indexing;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Recommendations;

/// <summary>Builds the index anew from the database.</summary>
public static class RebuildIndex
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/ops/matching/rebuild", Handle)
        .RequireAuthorization(Policies.Operator)
        .WithName(nameof(RebuildIndex))
        .WithSummary("Build the matching index anew")
        .WithDescription("For operators: the replica that answers reads its index from its database again, beside serving from the old one. Replicas follow their "
            + "database by themselves; this is for the case that somebody doubts it. Repeat for each replica.");

    private static Accepted Handle(IEnumerable<IHostedService> hosted)
    {
        hosted.OfType<MatchFollower>().Single().Rebuild();
        return TypedResults.Accepted((string?)null);
    }
}
