using System.ComponentModel;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain.Shifts.Filling;
using Benevolat.Matching.Features.Applications;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>Who could take which open place: proposed by the machine, decided by a person.</summary>
public static class ProposeShifts
{
    public sealed record ShiftProposalsResponse(IReadOnlyList<ProposedAssignment> Assignments, IReadOnlyList<UnfilledShift> Unfilled);

    public sealed record ProposedAssignment(
        Guid ShiftId, Guid ApplicationId, Guid VolunteerId,
        [property: Description("They said that they are free then; otherwise they said nothing, or the opposite where that was asked for.")] bool Available);

    public sealed record UnfilledShift(Guid ShiftId, [property: Description("Places for which there is nobody.")] int Missing);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/missions/{id:guid}/shift-proposals", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .RefuseUnknownParameters()
        .WithName(nameof(ProposeShifts))
        .WithSummary("Propose who takes which shift")
        .WithDescription("For owners and managers. Shares the open places of the shifts to come out among the accepted volunteers: as many as possible, nobody at two places "
            + "at once, nobody twice before somebody else once, those who said that they are free before those who said nothing. Changes nothing: "
            + "send what you agree with to `/shift-proposals/acceptance`.");

    private static async Task<Results<Ok<ShiftProposalsResponse>, NotFound>> HandleAsync(
        Guid id,
        [Description("True to ask, as a last resort, also those whose week says that they are not free.")] bool? evenNotFree,
        HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.ManagedMissionAsync(id, http, stop) is null) { return TypedResults.NotFound(); }

        var (shifts, helpers) = await FillRead.ReadAsync(db, id, clock.GetStoredNow(), stop);
        var plan = FillPlanner.Plan(shifts, helpers, evenNotFree == true);
        var when = shifts.ToDictionary(shift => shift.Id, shift => shift.Slot.StartsAt);
        return TypedResults.Ok(new ShiftProposalsResponse(
            [.. plan.Assignments.OrderBy(next => when[next.ShiftId]).ThenBy(next => next.ShiftId).ThenBy(next => next.ApplicationId)
                .Select(next => new ProposedAssignment(next.ShiftId, next.ApplicationId, next.VolunteerId, next.Available))],
            [.. plan.Missing.OrderBy(shift => when[shift.Key]).ThenBy(shift => shift.Key).Select(shift => new UnfilledShift(shift.Key, shift.Value))]));
    }
}
