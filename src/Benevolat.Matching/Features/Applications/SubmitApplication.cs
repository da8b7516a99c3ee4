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

/// <summary>A volunteer applies for a mission.</summary>
public static class SubmitApplication
{
    public sealed record SubmitApplicationRequest([property: Description("A few words to the organisation, up to 2,000 characters.")] string? Message);

    public sealed class Validator : AbstractValidator<SubmitApplicationRequest>
    {
        public Validator() => RuleFor(request => request.Message).NotEmpty().MaximumLength(Application.LongestMessage);
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/missions/{id:guid}/applications", HandleAsync)
        .Validated<SubmitApplicationRequest>()
        .Idempotent<MatchingDb>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(SubmitApplication))
        .WithSummary("Apply for a mission")
        .WithDescription("Submits the caller's application; the organisation owes a human answer by `answerBy`. Send an `Idempotency-Key`, so that a repeated "
            + "request gets the same answer. 404 for an unknown mission; 409 `mission.not-open`, `application.exists` or `application.own-organisation`.")
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<ApplicationResponse>, NotFound>> HandleAsync(
        Guid id, SubmitApplicationRequest request, HttpContext http, MatchingDb db, AnswerPromise promise, TimeProvider clock, CancellationToken stop)
    {
        // With an Idempotency-Key the transaction is there already, and commits with the recorded answer.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        await db.HoldStillAsync(id, stop);
        if (await db.Missions.FindAsync([id], stop) is not { IsKnown: true } mission) { return TypedResults.NotFound(); }

        var volunteer = http.User.AccountId();
        await RequireMayApplyAsync(db, mission, volunteer, http, stop);

        var now = clock.GetStoredNow();
        var application = Application.Submit(
            Guid.CreateVersion7(now), mission.Id, mission.OrganisationId, volunteer, request.Message!.Trim(), now, promise.AnswerBy(now));
        db.Add(application);
        db.Publish(application.Submitted(), application.Id);
        await SaveAsOnlyOneAsync(db, stop);
        if (own is not null) { await own.CommitAsync(stop); }

        var seen = new SeenApplication(application, mission, AsVolunteer: true, Role: null);
        return TypedResults.Created($"/api/v1/applications/{application.Id}", seen.Show(http));
    }

    private static async Task RequireMayApplyAsync(MatchingDb db, Mission mission, Guid volunteer, HttpContext http, CancellationToken stop)
    {
        ApplicationRules.OwnOrganisation.Require(await db.RoleAsync(mission.OrganisationId, http, stop) is null);
        ApplicationRules.Exists.Require(!await db.Applications.AnyAsync(
            other => other.VolunteerId == volunteer && other.MissionId == mission.Id && ApplicationStates.Live.Contains(other.State), stop));

        var suspended = await db.Organisations.AnyAsync(organisation => organisation.Id == mission.OrganisationId && organisation.Suspended, stop);
        // A full mission closes itself a moment later; until then it says the same.
        var full = await db.Allocations.AnyAsync(places => places.MissionId == mission.Id && places.Taken >= places.Places, stop);
        ApplicationRules.MissionNotOpen.Require(mission.State is MissionState.Open && !suspended && !full);
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
