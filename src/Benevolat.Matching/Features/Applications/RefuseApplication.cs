using System.ComponentModel;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Organisations;
using Benevolat.Matching.Features.Waiting;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Applications;

/// <summary>The organisation says no, and why.</summary>
public static class RefuseApplication
{
    public sealed record RefuseApplicationRequest(
        DeclineReason? Reason,
        [property: Description("A few words to the volunteer, up to 2,000 characters.")] string? Message);

    public sealed class Validator : AbstractValidator<RefuseApplicationRequest>
    {
        public Validator()
        {
            RuleFor(request => request.Reason).NotNull();
            RuleFor(request => request.Message).MaximumLength(Application.LongestMessage);
        }
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/applications/{id:guid}/refusal", HandleAsync)
        .Validated<RefuseApplicationRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(RefuseApplication))
        .WithSummary("Decline an application")
        .WithDescription("By an owner or manager of the organisation, with If-Match. The volunteer is told the reason and reads the message. "
            + "409 `application.transition` when the application is answered already.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static async Task<Results<Ok<ApplicationResponse>, NotFound>> HandleAsync(
        Guid id, RefuseApplicationRequest request, HttpContext http, MatchingDb db, WaitingLine line, TimeProvider clock, CancellationToken stop)
    {
        if (await db.SeenAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        seen.RequireManager();
        http.RequireIfMatch(seen.Application.Version);

        var message = string.IsNullOrWhiteSpace(request.Message) ? null : request.Message.Trim();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var held = seen.Application.HoldsPlace;
        seen.Application.Decline(request.Reason!.Value, message, clock.GetStoredNow());
        db.Publish(seen.Application.Declined(), seen.Application.Id);
        db.ReckonSoon(seen.Application.OrganisationId);
        if (held) { await line.GiveBackAsync(seen.Mission, seen.Application.Places, stop); }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(await db.ShowAsync(seen, http, stop));
    }
}
