using System.ComponentModel;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;
using Benevolat.Matching.Features.Organisations;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Threads;

/// <summary>One side writes to the other.</summary>
public static class WriteMessage
{
    public sealed record WriteMessageRequest([property: Description("Up to 2,000 characters.")] string? Text);

    public sealed class Validator : AbstractValidator<WriteMessageRequest>
    {
        public Validator() => RuleFor(request => request.Text).NotEmpty().MaximumLength(Application.LongestMessage);
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/applications/{id:guid}/messages", HandleAsync)
        .Validated<WriteMessageRequest>()
        .Idempotent<MatchingDb>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(WriteMessage))
        .WithSummary("Write to the other side of an application")
        .WithDescription("By the volunteer, or by an owner or manager of the organisation, while the application is open or accepted. The organisation's first "
            + "message is an answer: the application is in discussion and the promise is kept. When the volunteer writes back, a new promise begins. Contacts are "
            + "hidden from the other side until the organisation accepts. Send an `Idempotency-Key`. 409 `application.transition` when the application is over.")
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<MessageResponse>, NotFound>> HandleAsync(
        Guid id, WriteMessageRequest request, HttpContext http, MatchingDb db, AnswerPromise promise, TimeProvider clock, CancellationToken stop)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        await db.HoldApplicationAsync(id, stop);
        if (await db.SeenAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        if (!seen.AsVolunteer) { seen.RequireManager(); }

        var (application, now) = (seen.Application, clock.GetStoredNow());
        application.Say(seen.AsVolunteer, now, promise);
        var message = ThreadMessage.Write(id, seen.AsVolunteer, http.User.AccountId(), request.Text!.Trim(), now);
        db.Add(message);
        db.Publish(new ApplicationMessagePosted(
            message.Id, application.Version, id, application.MissionId, application.OrganisationId, application.VolunteerId, seen.AsVolunteer, now), id);
        if (!seen.AsVolunteer) { db.ReckonSoon(application.OrganisationId); }
        await db.SaveChangesAsync(stop);
        if (own is not null) { await own.CommitAsync(stop); }
        return TypedResults.Created($"/api/v1/applications/{id}/messages", MessageResponse.Of(message, application, seen.AsVolunteer));
    }
}
