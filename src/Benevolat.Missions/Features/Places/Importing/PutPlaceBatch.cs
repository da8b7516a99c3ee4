using System.ComponentModel;
using System.Text.Json;
using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults.Json;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Places.Importing;

/// <summary>A piece of the list; the same number again replaces it.</summary>
public static class PutPlaceBatch
{
    private const int LastNumber = 10_000;

    private static readonly Rule Number = new("places.batch-number",
        "Les lots se numérotent de 1 à 10 000.", "Batches are numbered from 1 to 10,000.");

    public static void Map(RouteGroupBuilder operations) => operations.MapPut("/imports/{id:guid}/batches/{number}", HandleAsync)
        .RequireAuthorization(Policies.Operator)
        .Validated<PlaceBatch>()
        .WithName(nameof(PutPlaceBatch))
        .WithSummary("Send a piece of the list of communes")
        .WithDescription(
            "Up to 2,000 entries in the shape of geo.api.gouv.fr: `communes` of `/communes`, `merged` of `/communes_associees_deleguees`. "
            + "Safe to repeat. Changes nothing until the import is completed; an entry that is wrong is named by its place in the batch.")
        .WithBodyExample(
            """
            { "communes": [{ "nom": "Écully", "code": "69081", "codesPostaux": ["69130"], "codeDepartement": "69", "population": 17944,
                             "centre": { "type": "Point", "coordinates": [4.7727, 45.7818] } }],
              "merged": [{ "nom": "Annecy-le-Vieux", "code": "74011", "type": "commune-deleguee", "chefLieu": "74010" }] }
            """);

    private static async Task<NoContent> HandleAsync(
        Guid id, [Description("1, 2, 3…")] int number, PlaceBatch batch, MissionsDb db, CancellationToken stop)
    {
        if (number is < 1 or > LastNumber) { throw ProblemException.ForField("number", Number); }

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        (await db.HoldPlaceImportAsync(id, stop)).RequireOpen();
        var document = JsonSerializer.Serialize(batch, JsonConventions.Tolerant);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO place_import_batches (import_id, number, document) VALUES ({id}, {number}, {document}::jsonb)
            ON CONFLICT (import_id, number) DO UPDATE SET document = excluded.document
            """, stop);
        await transaction.CommitAsync(stop);
        return TypedResults.NoContent();
    }
}
