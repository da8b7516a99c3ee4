using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Missions.Features.Networks;

/// <summary>A network says what one of its missions is now.</summary>
public static class PutNetworkMission
{
    private static readonly Rule ExternalId = new("network.external-id",
        "L'identifiant tient en 1 à 200 caractères.", "The id holds 1 to 200 characters.");

    public sealed record Response(Guid Id, string ExternalId, MissionState State, ImportOutcome Outcome);

    private const int LargestImport = 10 * 1024 * 1024;

    public static void Map(RouteGroupBuilder networks) => networks.MapPut("/me/missions/{externalId}", HandleAsync)
        .RequireAuthorization(Policies.Network)
        // As much as the gateway lets through for imports: what is too much is then said field by field.
        .WithMetadata(new RequestSizeLimitAttribute(LargestImport))
        .Validated<NationalMission>()
        .WithName(nameof(PutNetworkMission))
        .WithSummary("Create or update one of the network's missions")
        .WithDescription(
            "National exchange shape; safe to repeat: what was sent before changes nothing (`unchanged`). "
            + "The organisation is found by the network's own id for it, or created, verified by the network; the mission is published at once. A closed mission doesn't change any more: 409.")
        .WithBodyExample(NationalExample.Json);

    private static async Task<Results<Created<Response>, Ok<Response>>> HandleAsync(
        string externalId, NationalMission mission, HttpContext http, NetworkImport import, CancellationToken stop)
    {
        if (externalId.Length > 200) { throw ProblemException.ForField("externalId", ExternalId); }

        var (imported, outcome) = await import.UpsertAsync(http.User.NetworkClientId(), externalId, mission, stop);
        var response = new Response(imported.Id, externalId, imported.State, outcome);
        http.SetETag(imported.Version);
        return outcome == ImportOutcome.Created ? TypedResults.Created($"/api/v1/missions/{imported.Id}", response) : TypedResults.Ok(response);
    }
}

/// <summary>What an upsert did.</summary>
public enum ImportOutcome { Created, Updated, Unchanged }
