namespace Benevolat.Missions.Features.Places.Geocoding;

/// <summary>A service that knows addresses and speaks like the Géoplateforme's, section <c>Geocoding</c>.</summary>
public sealed class GeocodingOptions
{
    /// <summary>For example <c>https://data.geopf.fr</c>. Absent by default: nothing here depends on it.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>How long somebody who types waits for it at most.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>What the Géoplateforme allows an address to ask; each replica counts for itself.</summary>
    public int RequestsPerSecond { get; set; } = 50;

    /// <summary>Answers that are remembered.</summary>
    public int CacheEntries { get; set; } = 10_000;

    public TimeSpan CacheFor { get; set; } = TimeSpan.FromDays(1);

    internal bool AreSensible =>
        BaseUrl is null or { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "" }
        && Timeout > TimeSpan.Zero && RequestsPerSecond > 0 && CacheEntries > 0 && CacheFor > TimeSpan.Zero;
}
