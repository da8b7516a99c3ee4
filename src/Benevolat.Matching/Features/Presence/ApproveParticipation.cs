using System.ComponentModel;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Features.Shifts;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Benevolat.Matching.Features.Presence;

/// <summary>The organisation confirms that somebody was there, and how long.</summary>
public static class ApproveParticipation
{
    public sealed record ApproveParticipationRequest(
        [property: Description("1 to 1,440; what was declared when absent, or else the length of the shift.")] int? Minutes);

    public sealed class Validator : AbstractValidator<ApproveParticipationRequest>
    {
        public Validator() => RuleFor(request => request.Minutes).InclusiveBetween(1, Participation.MostMinutes);
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/participations/{id:guid}/approval", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(ApproveParticipation))
        .WithSummary("Approve the hours of a participation")
        .WithDescription("By an owner or manager, with If-Match, once it has begun: the hours change no more. 409 `participation.minutes-missing` when nobody said how long a "
            + "day without a shift was, `participation.not-begun`, `participation.transition`.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static async Task<Results<Ok<ParticipationResponse>, NotFound>> HandleAsync(
        Guid id, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] ApproveParticipationRequest? request, IValidator<ApproveParticipationRequest> validator,
        HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        request ??= new(null);
        await validator.RequireValidAsync(request, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.ParticipationForUpdateAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        seen.RequireManager();
        http.RequireIfMatch(seen.Participation.Version);

        var now = clock.GetStoredNow();
        seen.Participation.Approve(request.Minutes, now);
        db.Publish(seen.Participation.Recorded(), id);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(seen.Show(http, now));
    }
}
