using System.Buffers;

namespace Benevolat.Gateway.Security;

/// <summary>
/// Refuses paths that a second decoding would turn into another path (<c>..%2Fops</c>, <c>%252e%252e</c>, backslashes):
/// the gateway and a service must never read one request as two different addresses.
/// </summary>
internal static class PlainPaths
{
    private static readonly SearchValues<char> Suspicious = SearchValues.Create("%\\");
    private static readonly char[] Separators = ['/', '\\'];

    public static void UsePlainPaths(this WebApplication app) => app.Use((http, next) =>
    {
        if (!IsTrick(http.Request.Path.Value ?? "")) { return next(http); }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>The server has decoded once and removed dot segments; an external id may still hold an encoded slash.</summary>
    private static bool IsTrick(string path)
    {
        if (path.AsSpan().IndexOfAny(Suspicious) < 0) { return false; }

        var decoded = path;
        for (var previous = ""; decoded != previous;) { (previous, decoded) = (decoded, Uri.UnescapeDataString(decoded)); }
        return decoded.Contains('\\') || decoded.Contains('\0') || decoded.Split(Separators).Any(segment => segment is "." or "..");
    }
}
