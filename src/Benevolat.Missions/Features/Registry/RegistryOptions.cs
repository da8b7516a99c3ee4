namespace Benevolat.Missions.Features.Registry;

/// <summary>A register of organisations that speaks like the API Recherche d'entreprises, section <c>Registry</c>.</summary>
public sealed class RegistryOptions
{
    /// <summary>For example <c>https://recherche-entreprises.api.gouv.fr</c>. Absent by default: nothing here depends on it.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>How long somebody who registers waits for it at most.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>It allows about seven from one address; each replica counts for itself.</summary>
    public int RequestsPerSecond { get; set; } = 5;

    /// <summary>Answers that are remembered.</summary>
    public int CacheEntries { get; set; } = 2_000;

    public TimeSpan CacheFor { get; set; } = TimeSpan.FromHours(6);

    internal bool AreSensible =>
        BaseUrl is null or { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "" }
        && Timeout > TimeSpan.Zero && RequestsPerSecond > 0 && CacheEntries > 0 && CacheFor > TimeSpan.Zero;
}
