using System.ComponentModel;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Organisations;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Applications;

/// <summary>The organisation says yes: the volunteer gets one of the mission's places, or a place in line for one, or nobody is accepted at all.</summary>
public static class AcceptApplication
{
    /// <summary>What to do when all places are taken.</summary>
    public enum WhenFull { Refuse, Wait }

    public sealed record AcceptApplicationRequest(
        [property: Description("A few words to the volunteer, up to 2,000 characters.")] string? Message = null,
        [property: Description("Account of the member who welcomes; the mission's own welcomer when absent.")] Guid? WelcomerId = null,
        [property: Description("`refuse` (default): 409 when all places are taken. `wait`: onto the waiting list then.")] WhenFull? WhenFull = null);

    public sealed class Validator : AbstractValidator<AcceptApplicationRequest>
    {
        public Validator() => RuleFor(request => request.Message).MaximumLength(Application.LongestMessage);
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/applications/{id:guid}/acceptance", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(AcceptApplication))
        .WithSummary("Accept an application")
        .WithDescription("By an owner or manager of the organisation, with If-Match; the body may be left out. Takes the mission's places in the same transaction: "
            + "409 `mission.no-place-left` when all are taken (with `whenFull: wait` the volunteer is put in line instead and gets an offer as soon as a "
            + "place comes free), 409 `mission.too-few-places` for a group that is larger than what is left, 409 `application.transition` when the application "
            + "is answered already, 403 `organisation.suspended` while moderators have suspended the organisation.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static async Task<Results<Ok<ApplicationResponse>, NotFound>> HandleAsync(
        Guid id, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] AcceptApplicationRequest? request, IValidator<AcceptApplicationRequest> validator,
        HttpContext http, MatchingDb db, PlaceTurns turns, TimeProvider clock, CancellationToken stop)
    {
        request ??= new();
        await validator.RequireValidAsync(request, stop);
        if (await db.SeenAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        seen.RequireManager();
        http.RequireIfMatch(seen.Application.Version);
        await db.RequireMayWelcomeAsync(seen.Application.OrganisationId, stop);
        await RequireMemberAsync(db, seen, request.WelcomerId, stop);

        using var turn = await turns.TakeAsync(seen.Mission.Id, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await AnswerAsync(db, seen, request, clock.GetStoredNow(), stop);
        db.ReckonSoon(seen.Application.OrganisationId);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(await db.ShowAsync(seen, http, stop));
    }

    private static async Task AnswerAsync(MatchingDb db, SeenApplication seen, AcceptApplicationRequest request, DateTimeOffset now, CancellationToken stop)
    {
        var (application, mission) = (seen.Application, seen.Mission);
        var places = await db.PlacesForUpdateAsync(mission.Id, stop);
        if (request.WhenFull is WhenFull.Wait && !application.HoldsPlace && places.Left < application.Places)
        {
            application.PutInLine(now);
            db.Publish(application.OnWaitingList(), application.Id);
            return;
        }

        var held = application.HoldsPlace;
        var message = string.IsNullOrWhiteSpace(request.Message) ? null : request.Message.Trim();
        application.Accept(request.WelcomerId ?? mission.Facts?.WelcomerId, message, now);
        if (!held)
        {
            places.Take(application.Places);
            db.Publish(places.Changed(), places.MissionId);
        }

        db.Publish(application.Accepted(), application.Id);
    }

    private static async Task RequireMemberAsync(MatchingDb db, SeenApplication seen, Guid? welcomer, CancellationToken stop)
    {
        if (welcomer is null) { return; }

        var organisation = seen.Application.OrganisationId;
        if (!await db.Memberships.AnyAsync(member => member.OrganisationId == organisation && member.AccountId == welcomer && member.Role != null, stop))
        {
            throw ProblemException.ForField("welcomerId", ApplicationRules.NotAWelcomer);
        }
    }
}
