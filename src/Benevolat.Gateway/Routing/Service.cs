namespace Benevolat.Gateway.Routing;

/// <summary>The names of the services: clusters here, <c>services__&lt;name&gt;__http__0…</c> in the environment.</summary>
internal static class Service
{
    public const string Identity = "identity";
    public const string Missions = "missions";
    public const string Volunteers = "volunteers";
    public const string Matching = "matching";
    public const string Notifications = "notifications";
    public const string Web = "web";

    /// <summary>Those with a REST API, queues and an outbox.</summary>
    public static readonly IReadOnlyList<string> Apis = [Identity, Missions, Volunteers, Matching, Notifications];

    public static readonly IReadOnlyList<string> All = [.. Apis, Web];
}
