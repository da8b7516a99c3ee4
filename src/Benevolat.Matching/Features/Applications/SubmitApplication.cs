using System.ComponentModel;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Benevolat.Matching.Features.Applications;

/// <summary>A volunteer applies for a mission, alone or for a group.</summary>
public static class SubmitApplication
{
    public sealed record SubmitApplicationRequest(
        [property: Description("A few words to the organisation, up to 2,000 characters.")] string? Message,
        [property: Description("For a group, how many people: 1 to 50; 1 when absent.")] int? Places = null,
        [property: Description("The company or class, up to 120 characters; needed for more than one place.")] string? GroupName = null);

    public sealed class Validator : AbstractValidator<SubmitApplicationRequest>
    {
        public Validator()
        {
            RuleFor(request => request.Message).NotEmpty().MaximumLength(Application.LongestMessage);
            RuleFor(request => request.Places).InclusiveBetween(1, Application.LargestGroup);
            RuleFor(request => request.GroupName).MaximumLength(120);
            RuleFor(request => request.GroupName).NotEmpty().When(request => request.Places > 1);
        }
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/missions/{id:guid}/applications", HandleAsync)
        .Validated<SubmitApplicationRequest>()
        .Idempotent<MatchingDb>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(SubmitApplication))
        .WithSummary("Apply for a mission")
        .WithDescription("Submits the caller's application; the organisation owes a human answer by `answerBy`. A company or a class applies for several `places` "
            + "with one contact. Send an `Idempotency-Key`, so that a repeated request gets the same answer. 404 for an unknown mission; 409 "
            + "`mission.not-open`, `mission.too-few-places`, `application.exists` or `application.own-organisation`.")
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<ApplicationResponse>, NotFound>> HandleAsync(
        Guid id, SubmitApplicationRequest request, HttpContext http, MatchingDb db, AnswerPromise promise, TimeProvider clock, CancellationToken stop)
    {
        // With an Idempotency-Key the transaction is there already, and commits with the recorded answer.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        await db.HoldStillAsync(id, stop);
        if (await db.Missions.FindAsync([id], stop) is not { IsKnown: true } mission) { return TypedResults.NotFound(); }

        // Nobody slips in behind a suspension that settles what it finds.
        await db.HoldStillAsync(mission.OrganisationId, stop);
        var volunteer = http.User.AccountId();
        var group = request.Places > 1 ? new Group(request.Places.Value, request.GroupName!.Trim()) : null;
        await RequireMayApplyAsync(db, mission, volunteer, group?.Places ?? 1, http, stop);

        var now = clock.GetStoredNow();
        var application = Application.Submit(
            Guid.CreateVersion7(now), mission.Id, mission.OrganisationId, volunteer, request.Message!.Trim(), promise.From(now), group);
        db.Add(application);
        db.Publish(application.Submitted(), application.Id);
        await SaveAsOnlyOneAsync(db, stop);
        if (own is not null) { await own.CommitAsync(stop); }

        var shown = await db.ShowAsync(new(application, mission, AsVolunteer: true, Role: null), http, stop);
        return TypedResults.Created($"/api/v1/applications/{application.Id}", shown);
    }

    private static async Task RequireMayApplyAsync(MatchingDb db, Mission mission, Guid volunteer, int asked, HttpContext http, CancellationToken stop)
    {
        ApplicationRules.OwnOrganisation.Require(await db.RoleAsync(mission.OrganisationId, http, stop) is null);
        ApplicationRules.Exists.Require(!await db.Applications.AnyAsync(
            other => other.VolunteerId == volunteer && other.MissionId == mission.Id && ApplicationStates.Live.Contains(other.State), stop));

        var suspended = await db.Organisations.AnyAsync(organisation => organisation.Id == mission.OrganisationId && organisation.Suspended, stop);
        var left = await db.Allocations.AsNoTracking().Where(places => places.MissionId == mission.Id)
            .Select(places => places.Places - places.Taken).SingleAsync(stop);
        // A full mission closes itself a moment later; until then it says the same.
        ApplicationRules.MissionNotOpen.Require(mission.State is MissionState.Open && !suspended && left > 0);
        ApplicationRules.TooFewPlaces.Require(left >= asked, ("left", left), ("asked", asked));
    }

    /// <summary>Two requests of one volunteer at the same moment: the index lets one through.</summary>
    private static async Task SaveAsOnlyOneAsync(MatchingDb db, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: MatchingDb.OneLiveApplication })
        {
            throw ApplicationRules.Exists.Broken();
        }
    }
}
