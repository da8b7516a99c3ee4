using Benevolat.Matching.Data;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Applications;

/// <summary>The organisation says that it saw the application.</summary>
public static class AcknowledgeApplication
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/applications/{id:guid}/acknowledgement", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(AcknowledgeApplication))
        .WithSummary("Acknowledge an application")
        .WithDescription("By an owner or manager of the organisation, with If-Match. The volunteer is told; the answer stays due by `answerBy`. "
            + "409 `application.transition` when it is beyond that already.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static async Task<Results<Ok<ApplicationResponse>, NotFound>> HandleAsync(
        Guid id, HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.SeenAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        seen.RequireManager();
        http.RequireIfMatch(seen.Application.Version);

        seen.Application.Acknowledge(clock.GetStoredNow());
        db.Publish(seen.Application.Acknowledged(), seen.Application.Id);
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(await db.ShowAsync(seen, http, stop));
    }
}
