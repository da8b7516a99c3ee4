namespace Benevolat.Local;

/// <summary>A database of the one PostgreSQL server: the name by which services ask for it, and its own.</summary>
public sealed record Database(string Resource, string Name);

/// <summary>A service of the system and what it is told when it starts.</summary>
public sealed record Service(string Name, string Project)
{
    /// <summary>The database it gets as <c>ConnectionStrings__…</c>; it migrates it with the argument <c>migrate</c> before it starts.</summary>
    public string? Database { get; init; }

    /// <summary>Whether it gets <c>ConnectionStrings__rabbitmq</c>.</summary>
    public bool RabbitMq { get; init; }

    /// <summary>The services whose addresses it gets as <c>services__…</c>.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The other settings that it gets.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Whether <c>--replicas</c> multiplies it.</summary>
    public bool Replicated { get; init; }
}

/// <summary>The system as a list; everything that runs on one machine is started from it. Benevolat.AppHost says the same to Aspire.</summary>
public static class Topology
{
    /// <summary>The databases, one per service that owns facts.</summary>
    public static IReadOnlyList<Database> Databases { get; } =
    [
        new("identitydb", "identity"),
        new("missionsdb", "missions"),
        new("volunteersdb", "volunteers"),
        new("matchingdb", "matching"),
        new("notificationsdb", "notifications"),
        new("webdb", "web"),
    ];

    /// <summary>The services, those that others refer to first.</summary>
    public static IReadOnlyList<Service> Services { get; } =
    [
        new("identity", "Benevolat.Identity")
        {
            Database = "identitydb",
            RabbitMq = true,
            Settings = ["Public__Origin", "Smtp__Host", "Smtp__Port", "Identity__WebClientSecret"],
        },
        new("missions", "Benevolat.Missions")
        {
            Database = "missionsdb",
            RabbitMq = true,
            References = ["identity"],
            Settings = ["Public__Origin"],
            Replicated = true,
        },
        new("volunteers", "Benevolat.Volunteers")
        {
            Database = "volunteersdb",
            RabbitMq = true,
            References = ["identity"],
            Settings = ["Public__Origin"],
            Replicated = true,
        },
        new("matching", "Benevolat.Matching")
        {
            Database = "matchingdb",
            RabbitMq = true,
            References = ["identity"],
            Settings = ["Public__Origin"],
            Replicated = true,
        },
        new("notifications", "Benevolat.Notifications")
        {
            Database = "notificationsdb",
            RabbitMq = true,
            References = ["identity"],
            Settings = ["Public__Origin", "Smtp__Host", "Smtp__Port"],
            Replicated = true,
        },
        new("web", "Benevolat.Web")
        {
            Database = "webdb",
            References = ["identity", "missions", "volunteers", "matching", "notifications"],
            Settings = ["Public__Origin", "Web__ClientSecret"],
        },
        new("gateway", "Benevolat.Gateway")
        {
            References = ["identity", "missions", "volunteers", "matching", "notifications", "web"],
            Settings = ["Public__Origin"],
        },
    ];

    /// <summary>The service with this name.</summary>
    public static Service Service(string name) => Services.Single(service => service.Name == name);

    /// <summary>The services in the order to stop them: whoever calls others stops before them.</summary>
    public static IEnumerable<IReadOnlyList<Service>> StopOrder()
    {
        var running = Services.ToList();
        while (running.Count > 0)
        {
            var uncalled = running.Where(service => !running.Any(other => other.References.Contains(service.Name))).ToList();
            yield return uncalled;
            running.RemoveAll(uncalled.Contains);
        }
    }
}
