using System.ComponentModel;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Shifts;
using Benevolat.Matching.Features.Applications;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>The organisation signs volunteers up, as proposed or otherwise. What changed since is refused item by item.</summary>
public static class AcceptShiftProposals
{
    private const int MostAssignments = 500;

    public sealed record AcceptShiftProposalsRequest(IReadOnlyList<WantedAssignment>? Assignments);

    public sealed record WantedAssignment(Guid ShiftId, Guid ApplicationId);

    public sealed record AcceptedProposalsResponse(IReadOnlyList<ItemResponse> Items);

    public sealed record ItemResponse(
        Guid ShiftId, Guid ApplicationId, ItemStatus Status,
        [property: Description("Why it was refused; null otherwise.")] string? Code,
        [property: Description("The same in words, in the language of the request.")] string? Title);

    public enum ItemStatus { Planned, Refused }

    public sealed class Validator : AbstractValidator<AcceptShiftProposalsRequest>
    {
        public Validator() => RuleFor(request => request.Assignments).NotEmpty()
            .Must(items => items is null || items.Count <= MostAssignments).WithMessage($"1 – {MostAssignments}");
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/missions/{id:guid}/shift-proposals/acceptance", HandleAsync)
        .Validated<AcceptShiftProposalsRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(AcceptShiftProposals))
        .WithSummary("Sign volunteers up for shifts")
        .WithDescription("By an owner or manager: each assignment is planned or refused by itself (`shift.full`, `shift.clash`, `shift.over`, `shift.exists`, "
            + "`shift.not-accepted`), and the answer says which. Sent again, what was planned is refused as `shift.exists`.");

    private static async Task<Results<Ok<AcceptedProposalsResponse>, NotFound>> HandleAsync(
        Guid id, AcceptShiftProposalsRequest request, HttpContext http, MatchingDb db, ShiftPlaces places, TimeProvider clock, CancellationToken stop)
    {
        if (await db.ManagedMissionAsync(id, http, stop) is null) { return TypedResults.NotFound(); }

        var items = new List<ItemResponse>();
        foreach (var wanted in request.Assignments!)
        {
            var broken = await PlanAsync(id, wanted, db, places, clock.GetStoredNow(), stop);
            items.Add(broken is null
                ? new(wanted.ShiftId, wanted.ApplicationId, ItemStatus.Planned, null, null)
                : new(wanted.ShiftId, wanted.ApplicationId, ItemStatus.Refused, broken.Code, broken.Rule.Localized(broken.Facts)));
        }

        return TypedResults.Ok(new AcceptedProposalsResponse(items));
    }

    /// <summary>One assignment in one transaction; what broke otherwise.</summary>
    private static async Task<RuleBrokenException?> PlanAsync(
        Guid missionId, WantedAssignment wanted, MatchingDb db, ShiftPlaces places, DateTimeOffset now, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        try
        {
            var application = await db.AcceptedForUpdateAsync(wanted.ApplicationId, stop);
            if (application is null || application.MissionId != missionId) { throw ShiftRules.NotAccepted.Broken(); }
            await db.AloneWithAsync(application.VolunteerId, stop);
            var shift = await db.ShiftForUpdateAsync(wanted.ShiftId, stop);
            await RequirePossibleAsync(missionId, shift, application, places, now, stop);
            await TakeAsync(shift!, application, places, stop);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return null;
        }
        catch (RuleBrokenException broken)
        {
            return broken;
        }
        finally
        {
            db.ChangeTracker.Clear(); // the next item reads anew, and nothing of a refused one is saved with it
        }
    }

    private static async Task RequirePossibleAsync(
        Guid missionId, ShiftAllocation? shift, Application application, ShiftPlaces places, DateTimeOffset now, CancellationToken stop)
    {
        ShiftRules.Over.Require(shift is not null && shift.MissionId == missionId && shift.IsToCome(now));
        ShiftRules.Exists.Require(!await places.HasPlaceAsync(application.VolunteerId, shift!.ShiftId, stop));
        await places.RequireNoClashAsync(application.VolunteerId, shift.Slot, stop);
    }

    /// <summary>Who holds an offer gets the place that is held; everybody else one that is left.</summary>
    private static async Task TakeAsync(ShiftAllocation shift, Application application, ShiftPlaces places, CancellationToken stop)
    {
        var wait = await places.WaitOfAsync(application.VolunteerId, shift.ShiftId, stop);
        if (wait is not { HoldsPlace: true }) { shift.Take(application.Places); }
        wait?.Settle();
        places.Plan(application, shift);
    }
}
