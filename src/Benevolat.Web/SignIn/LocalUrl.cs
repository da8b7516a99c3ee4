namespace Benevolat.Web.SignIn;

/// <summary>Where to go back to after signing in: a path of this site and nothing else.</summary>
internal static class LocalUrl
{
    /// <summary>The path if it is one of ours, otherwise the home page: an open redirect would lend our name to a phisher.</summary>
    public static string OrHome(string? path) => IsLocal(path) ? path! : "/";

    private static bool IsLocal(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) && !path.Contains('\\', StringComparison.Ordinal);

    /// <summary>The address of the page that asks, for the way back.</summary>
    public static string Of(HttpRequest request) => $"{request.PathBase}{request.Path}{request.QueryString}";
}
