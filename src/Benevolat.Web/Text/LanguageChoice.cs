using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Benevolat.Web.Text;

/// <summary>The language of the pages: chosen by a link and kept in a cookie, else the one that the browser prefers, else French.</summary>
internal static class LanguageChoice
{
    private const string Address = "/langue";
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    /// <summary>The address of a link that changes the language and comes back to the page.</summary>
    public static string Link(string language, string back) =>
        QueryHelpers.AddQueryString(Address, new Dictionary<string, string?> { ["vers"] = language, ["retour"] = back });

    public static void MapLanguageChoice(this IEndpointRouteBuilder site) => site.MapGet(Address, Choose).AllowAnonymous();

    public static void UseLanguages(this WebApplication app)
    {
        app.UseRequestLocalization(localization =>
        {
            localization.UseChosen(app.Configuration.PublicOrigin());
            // Style sheets and maps have no language: the pages tell theirs below.
            localization.ApplyCurrentCultureToResponseHeaders = false;
        });
        app.Use((http, next) =>
        {
            // Last, so that an error page, which begins by forgetting all headers, says it too.
            var language = Languages.InEnglish ? "en" : "fr";
            http.Response.OnStarting(() => Tell(http.Response, language));
            return next(http);
        });
    }

    /// <summary>One address has two languages: a cache must not give one person's to another.</summary>
    private static Task Tell(HttpResponse page, string language)
    {
        if (page.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true)
        {
            page.Headers.ContentLanguage = language;
            page.Headers.AppendCommaSeparatedValues("Vary", "Accept-Language", "Cookie");
        }

        return Task.CompletedTask;
    }

    /// <summary>A choice of no consequence to anybody else, so a plain link may make it.</summary>
    private static RedirectHttpResult Choose(HttpContext http, IConfiguration configuration, string? vers, string? retour)
    {
        var origin = configuration.PublicOrigin();
        http.Response.Headers.CacheControl = "no-store";
        if (vers is "fr" or "en")
        {
            http.Response.Cookies.Append(Languages.Cookie(origin), vers, new CookieOptions
            {
                MaxAge = Life,
                Path = "/",
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = origin.Scheme == Uri.UriSchemeHttps,
            });
        }

        return TypedResults.Redirect(LocalUrl.OrHome(retour));
    }
}
