using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Json;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Places.Importing;

/// <summary>The whole list has been sent: it takes effect, in one transaction.</summary>
public static partial class CompletePlaceImport
{
    public sealed record Request(
        [property: Description("How many batches were sent: one that got lost must not look like communes that vanished.")] int? Batches);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Batches).NotNull().GreaterThan(0);
    }

    public static void Map(RouteGroupBuilder operations) => operations.MapPut("/imports/{id:guid}/completion", HandleAsync)
        .RequireAuthorization(Policies.Operator)
        .Validated<Request>()
        .WithName(nameof(CompletePlaceImport))
        .WithSummary("Complete an import of communes")
        .WithDescription(
            "New communes come in, changed ones are updated, merged ones keep their name and code and point to their successor; "
            + "what a complete list lacks is retired, never deleted. "
            + "Refused as a whole (409) when batches are missing, a code appears twice, or more than a twentieth of the known communes "
            + "would vanish. Safe to repeat: the answer stays the same.")
        .WithBodyExample("""{ "batches": 35 }""");

    private static async Task<Ok<PlaceImportResponse>> HandleAsync(
        Guid id, Request request, ClaimsPrincipal caller, MissionsDb db, TimeProvider clock, ILogger<Gazetteer> log, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var import = await db.HoldPlaceImportAsync(id, stop);
        if (import.CompletedAt is not null) { return TypedResults.Ok(PlaceImportResponse.From(import)); }

        await db.LockCommunesAsync(stop);
        var list = await ReadListAsync(db, import, request.Batches!.Value, stop);
        var update = new GazetteerUpdate(await db.ReadCommunesAsync(stop));
        update.Take(list);
        await db.WriteCommunesAsync(update.Changed, stop);
        await db.NoteListYearAsync([.. list.Communes.Select(commune => commune.Code)], list.Year, stop);

        import.Complete(update, clock.GetStoredNow());
        await db.SaveChangesAsync(stop);
        await db.PlaceImportBatches.Where(batch => batch.ImportId == id).ExecuteDeleteAsync(stop);
        await transaction.CommitAsync(stop);
        LogCompleted(log, caller.FindFirstValue("sub"), id, import.Created, import.Updated, import.Merged, import.Retired);
        return TypedResults.Ok(PlaceImportResponse.From(import));
    }

    private static async Task<CommuneList> ReadListAsync(MissionsDb db, PlaceImport import, int announced, CancellationToken stop)
    {
        var documents = await db.PlaceImportBatches.AsNoTracking().Where(batch => batch.ImportId == import.Id)
            .OrderBy(batch => batch.Number).Select(batch => batch.Document).ToListAsync(stop);
        PlaceRules.BatchesMissing.Require(documents.Count == announced, ("expected", announced), ("received", documents.Count));

        var batches = documents.ConvertAll(document => JsonSerializer.Deserialize<PlaceBatch>(document, JsonConventions.Tolerant)!);
        var communes = batches.SelectMany(batch => batch.Communes ?? []).OfType<OfficialCommune>().ToList();
        var merged = batches.SelectMany(batch => batch.Merged ?? []).OfType<OfficialFormerCommune>();
        return new CommuneList(
            import.Year, import.IsPartial, communes.ConvertAll(commune => commune.ToFacts()),
            // Those with names come last: they say more of the same communes.
            [.. communes.SelectMany(commune => commune.ToFormer()), .. merged.Select(former => former.ToFormer())]);
    }

    [LoggerMessage(1, LogLevel.Information,
        "Audit: {Caller} completed the import {Import} of places: {Created} created, {Updated} updated, {Merged} merged, {Retired} retired")]
    private static partial void LogCompleted(ILogger log, string? caller, Guid import, int created, int updated, int merged, int retired);
}
