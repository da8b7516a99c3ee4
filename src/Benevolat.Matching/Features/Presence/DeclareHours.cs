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

namespace Benevolat.Matching.Features.Presence;

/// <summary>One side says how long it was.</summary>
public static class DeclareHours
{
    public sealed record DeclareHoursRequest([property: Description("1 to 1,440.")] int? Minutes);

    public sealed class Validator : AbstractValidator<DeclareHoursRequest>
    {
        public Validator() => RuleFor(request => request.Minutes).NotNull().InclusiveBetween(1, Participation.MostMinutes);
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/participations/{id:guid}/hours", HandleAsync)
        .Validated<DeclareHoursRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(DeclareHours))
        .WithSummary("Declare the hours of a participation")
        .WithDescription("By its volunteer, or by an owner or manager, with If-Match, once it has begun and until the hours are approved. Who was only expected counts as "
            + "present then. 409 `participation.not-begun` or `participation.transition`.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static async Task<Results<Ok<ParticipationResponse>, NotFound>> HandleAsync(
        Guid id, DeclareHoursRequest request, HttpContext http, MatchingDb db, TimeProvider clock, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.ParticipationForUpdateAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }
        seen.RequireVolunteerOrManager();
        http.RequireIfMatch(seen.Participation.Version);

        var now = clock.GetStoredNow();
        seen.Participation.Declare(request.Minutes!.Value, seen.Viewer.AsVolunteer ? MinutesBy.Volunteer : MinutesBy.Organisation, now);
        db.Publish(seen.Participation.Recorded(), id);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Ok(seen.Show(http, now));
    }
}
