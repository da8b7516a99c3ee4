using System.Text.Json.Nodes;
using Benevolat.Gateway.Routing;
using Benevolat.Gateway.Security;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Gateway.Ops;

/// <summary>All services at one glance. A service that does not answer is named under <c>missing</c> instead of spoiling the rest.</summary>
/// <param name="Items">What the services said, each entry with its <c>service</c>.</param>
/// <param name="Missing">Who did not answer, and why: <c>unreachable</c>, <c>unreadable</c>, <c>not-configured</c> or <c>status-503</c>.</param>
internal sealed record OpsOverview(IReadOnlyList<JsonObject> Items, IReadOnlyList<MissingService> Missing);

internal sealed record MissingService(string Service, string Reason);

/// <summary>Operators' overview; changing verbs are routed to the service concerned.</summary>
internal static class OpsEndpoints
{
    public static void MapOps(this WebApplication app)
    {
        var ops = app.MapGroup("/api/v1/ops").RequireAuthorization(Policies.Operator).RequireCors(CrossOrigin.Policy).WithTags("Operations");
        ops.MapGet("/queues", (HttpContext http, ServiceCaller services) => OverviewAsync("/api/v1/ops/queues", http, services))
            .WithName("GetQueues").WithSummary("Queues of all services")
            .WithDescription("Depths of every queue and its error queue. Whoever does not answer is listed under `missing`.");
        ops.MapGet("/outbox", (HttpContext http, ServiceCaller services) => OverviewAsync("/api/v1/ops/outbox", http, services))
            .WithName("GetOutboxes").WithSummary("Outboxes of all services")
            .WithDescription("Events that wait, their age and those parked. Whoever does not answer is listed under `missing`.");
        ops.MapPost("/outbox/{messageId:guid}/replay", ReplayAsync)
            .WithName("ReplayParked").WithSummary("Publish a parked event after all")
            .WithDescription("Asks every service, since only one knows the event. 404 when none has it parked, 503 when one that might know it does not answer.");
        ops.Map("/{**rest}", () => TypedResults.NotFound()).ExcludeFromDescription();
    }

    private static async Task<Ok<OpsOverview>> OverviewAsync(string path, HttpContext http, ServiceCaller services)
    {
        var answers = await services.AskAllAsync(HttpMethod.Get, Service.Apis, path, http.Request.Headers.Authorization, http.RequestAborted);
        return TypedResults.Ok(new OpsOverview(
            [.. answers.SelectMany(answer => Entries(answer.Body).Select(entry => Named(answer.Service, entry)))],
            [.. answers.Where(answer => answer.Missing is not null).Select(answer => new MissingService(answer.Service, answer.Missing!))]));
    }

    private static async Task<Results<NoContent, NotFound, StatusCodeHttpResult>> ReplayAsync(Guid messageId, HttpContext http, ServiceCaller services)
    {
        var answers = await services.AskAllAsync(
            HttpMethod.Post, Service.Apis, $"/api/v1/ops/outbox/{messageId}/replay", http.Request.Headers.Authorization, http.RequestAborted);
        return answers.Any(answer => answer.Missing is null) ? TypedResults.NoContent()
            : answers.All(answer => answer.IsNotFound) ? TypedResults.NotFound()
            : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>A page, a list or a single object: all are entries.</summary>
    private static IEnumerable<JsonObject> Entries(JsonNode? body) => body switch
    {
        JsonArray list => list.OfType<JsonObject>(),
        JsonObject page when page["items"] is JsonArray items => items.OfType<JsonObject>(),
        JsonObject single => [single],
        _ => [],
    };

    private static JsonObject Named(string service, JsonObject entry)
    {
        var named = new JsonObject { ["service"] = service };
        foreach (var (name, value) in entry.Where(property => property.Key != "service")) { named[name] = value?.DeepClone(); }
        return named;
    }
}
