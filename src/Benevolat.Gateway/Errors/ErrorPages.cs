using System.Net.Mime;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Gateway.Errors;

/// <summary>Errors without a body become a small page for browsers. Everybody else, and all of <c>/api</c>, gets a problem of RFC 9457.</summary>
internal static class ErrorPages
{
    private const string Style = "/gateway/error.css";
    private static readonly string Page = Resource("error.html");
    private static readonly string Css = Resource("error.css");

    public static void UseErrorPages(this WebApplication app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (IsBareError(http.Response) && WantsPage(http.Request)) { await WriteAsync(http); }
    });

    public static void MapErrorPages(this WebApplication app) =>
        app.MapGet(Style, () => Results.Text(Css, "text/css")).AllowAnonymous().ExcludeFromDescription();

    private static bool IsBareError(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0 } && string.IsNullOrEmpty(response.ContentType);

    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api")
        && request.Headers.Accept.Any(accept => accept?.Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase) == true);

    private static Task WriteAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        http.Response.ContentLength = null;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(Page
            .Replace("{language}", RuleText.InEnglish ? "en" : "fr", StringComparison.Ordinal)
            .Replace("{title}", Title(status).Localized(), StringComparison.Ordinal)
            .Replace("{sentence}", HttpRules.For(status).Localized(), StringComparison.Ordinal)
            .Replace("{home}", RuleText.InEnglish ? "Back to the home page" : "Revenir à l'accueil", StringComparison.Ordinal)
            .Replace("{style}", Style, StringComparison.Ordinal));
    }

    private static Rule Title(int status) => status switch
    {
        StatusCodes.Status404NotFound => new("", "Page introuvable", "Page not found"),
        StatusCodes.Status429TooManyRequests => new("", "Un instant, s'il vous plaît", "One moment, please"),
        >= 500 => new("", "Le site reprend son souffle", "The site is catching its breath"),
        _ => new("", "Cette demande n'a pas pu aboutir", "This request could not be served"),
    };

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ErrorPages).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
