using Benevolat.Matching.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Feedback;

/// <summary>What the caller said of a mission.</summary>
public static class GetFeedback
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/applications/{id:guid}/feedback", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(GetFeedback))
        .WithSummary("Read my feedback")
        .WithDescription("For the volunteer of the application alone; 404 until they said something. The ETag is what a change needs in If-Match.");

    private static async Task<Results<Ok<FeedbackResponse>, NotFound>> HandleAsync(Guid id, HttpContext http, MatchingDb db, CancellationToken stop)
    {
        var account = http.User.AccountId();
        var answer = await db.Feedback.AsNoTracking().SingleOrDefaultAsync(row => row.ApplicationId == id && row.VolunteerId == account, stop);
        if (answer is null) { return TypedResults.NotFound(); }

        http.SetETag(answer.Version);
        return TypedResults.Ok(FeedbackResponse.Of(answer));
    }
}
