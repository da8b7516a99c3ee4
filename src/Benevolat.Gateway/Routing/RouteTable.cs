using Benevolat.Gateway.Limits;

namespace Benevolat.Gateway.Routing;

/// <summary>
/// Who serves what: the whole table. The most specific path wins whatever the order, so
/// <c>/missions/{id}/applications</c> goes to Matching and the rest of <c>/missions</c> to Missions.
/// </summary>
internal static class RouteTable
{
    /// <summary>What Matching serves of a mission. Before the table, which is made of it.</summary>
    private static readonly string[] OfMissions =
        ["applications", "candidates", "promise", "waiting-list", "shifts", "swaps", "shift-proposals", "participations", "check-in-code", "feedback"];

    public static readonly IReadOnlyList<GatewayRoute> All =
    [
        // Accounts and OpenID Connect. Guessing passwords happens here: strict limits.
        new("/api/v1/accounts/{**rest}", Service.Identity) { Changes = Tier.SignIn },
        new("/account/{**rest}", Service.Identity) { Changes = Tier.SignIn },
        new("/connect/token", Service.Identity) { Changes = Tier.SignIn },
        new("/connect/{**rest}", Service.Identity),
        new("/.well-known/{**rest}", Service.Identity),

        // Organisations, missions, their discovery and their sources.
        new("/api/v1/organisations/{**rest}", Service.Missions),
        new("/api/v1/invitations/{**rest}", Service.Missions),
        new("/api/v1/missions/{**rest}", Service.Missions),
        new("/api/v1/missions/{id}/reports", Service.Missions) { Changes = Tier.Report },
        new("/api/v1/missions.geojson", Service.Missions),
        new("/api/v1/missions.atom", Service.Missions),
        new("/api/v1/mission-templates/{**rest}", Service.Missions),
        new("/api/v1/saved-searches/{**rest}", Service.Missions),
        new("/api/v1/places/{**rest}", Service.Missions),
        new("/api/v1/moderation/{**rest}", Service.Missions),
        new("/api/v1/networks/{**rest}", Service.Missions) { Import = true },
        new("/r/{**rest}", Service.Missions),

        // People: who they are, and who guides them.
        new("/api/v1/volunteers/{**rest}", Service.Volunteers),
        new("/api/v1/accompaniments/{**rest}", Service.Volunteers),

        // What brings the two together.
        new("/api/v1/applications/{**rest}", Service.Matching),
        new("/api/v1/participations/{**rest}", Service.Matching),
        new("/api/v1/swaps/{**rest}", Service.Matching),
        new("/api/v1/shift-offers/{**rest}", Service.Matching),
        new("/api/v1/check-ins/{**rest}", Service.Matching),
        new("/api/v1/recommendations/{**rest}", Service.Matching),
        new("/api/v1/overdue-applications/{**rest}", Service.Matching),
        new("/api/v1/networks/me/overdue-applications/{**rest}", Service.Matching),
        .. OfMissions.Select(part => new GatewayRoute($"/api/v1/missions/{{id}}/{part}/{{**rest}}", Service.Matching)),
        new("/api/v1/organisations/{id}/applications/{**rest}", Service.Matching),
        new("/api/v1/organisations/{id}/exposure/{**rest}", Service.Matching),
        new("/api/v1/volunteers/me/applications/{**rest}", Service.Matching),
        new("/api/v1/volunteers/me/participations/{**rest}", Service.Matching),
        new("/api/v1/volunteers/me/recommendations/{**rest}", Service.Matching),

        // What people and networks are told.
        new("/api/v1/notifications/{**rest}", Service.Notifications),
        new("/api/v1/networks/me/webhooks/{**rest}", Service.Notifications),

        // Operators: a redrive goes to the owner of the queue, other verbs to the service they name.
        .. Service.Apis.Select(service => new GatewayRoute($"/api/v1/ops/queues/{{queue:regex(^{service}\\.)}}/redrive", service) { Operators = true }),
        .. Service.Apis.Select(service => new GatewayRoute($"/api/v1/ops/{service}/{{**rest}}", service) { Operators = true }),

        new("/missions/{id}/signaler", Service.Web) { Changes = Tier.Report },
        new("/{**path}", Service.Web),
    ];
}

/// <summary>One line of the table.</summary>
internal sealed record GatewayRoute(string Path, string Service)
{
    /// <summary>Whoever sends a change here uses up an allowance of its own, by address: a small one that slows down guessing and flooding.</summary>
    public Tier? Changes { get; init; }

    /// <summary>Networks send whole feeds: larger bodies are welcome.</summary>
    public bool Import { get; init; }

    /// <summary>Asks for the scope <c>ops</c> already at the gateway.</summary>
    public bool Operators { get; init; }

    public bool IsApi => Path.StartsWith("/api/", StringComparison.Ordinal);
}
