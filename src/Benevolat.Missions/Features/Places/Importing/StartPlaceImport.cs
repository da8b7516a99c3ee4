using System.ComponentModel;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Places.Importing;

/// <summary>An operator begins to send the official list of communes.</summary>
public static class StartPlaceImport
{
    /// <summary>What an operator forgot to complete is no longer kept after this time.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    public sealed record Request(
        [property: Description("Year of the list; this year when absent.")] int? Year,
        [property: Description("`true` for a list of some departments: communes that it lacks stay as they are.")] bool? Partial);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Year).InclusiveBetween(2000, 2100);
    }

    public static void Map(RouteGroupBuilder operations) => operations.MapPost("/imports", HandleAsync)
        .RequireAuthorization(Policies.Operator)
        .Validated<Request>()
        .Idempotent<MissionsDb>()
        .WithName(nameof(StartPlaceImport))
        .WithSummary("Begin an import of communes")
        .WithDescription("Then send batches, then complete it: only then it takes effect, all at once. Honours Idempotency-Key.")
        .WithBodyExample("""{ "year": 2026, "partial": false }""");

    private static async Task<Created<PlaceImportResponse>> HandleAsync(
        Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetStoredNow();
        await db.PlaceImports.Where(import => import.CompletedAt == null && import.StartedAt < now - Forgotten).ExecuteDeleteAsync(stop);
        var caller = http.User.FindFirst("sub")?.Value ?? "";
        var import = PlaceImport.Start(request.Year ?? ParisTime.DateOf(now).Year, request.Partial ?? false, caller, now);
        db.Add(import);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/v1/ops/missions/places/imports/{import.Id}", PlaceImportResponse.From(import));
    }
}
