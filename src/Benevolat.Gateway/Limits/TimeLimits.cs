namespace Benevolat.Gateway.Limits;

/// <summary>How long the gateway waits for services; configuration <c>TimeLimits</c>.</summary>
internal sealed record TimeLimits
{
    /// <summary>Silence of a service after which the caller gets a 504.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Between two looks at each replica's readiness.</summary>
    public TimeSpan Probe { get; init; } = TimeSpan.FromSeconds(5);

    public static TimeLimits From(IConfiguration configuration) => configuration.GetSection("TimeLimits").Get<TimeLimits>() ?? new();
}
