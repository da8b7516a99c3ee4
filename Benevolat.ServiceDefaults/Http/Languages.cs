using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Benevolat.ServiceDefaults.Http;

/// <summary>French first, English second: which of them a request is answered in.</summary>
public static class Languages
{
    private const string French = "fr-FR";
    private const string English = "en-GB";
    private static readonly CultureInfo[] Known = [new(French), new(English)];

    public static bool InEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The name of the cookie that keeps what a person chose on the pages. Browsers take <c>__Host-</c> only over TLS.</summary>
    public static string Cookie(Uri origin) => origin.Scheme == Uri.UriSchemeHttps ? "__Host-benevolat-language" : "benevolat-language";

    /// <summary>Answers in the language that the browser or the program prefers.</summary>
    public static void UsePreferred(this RequestLocalizationOptions options) => options.Use(Preferred);

    /// <summary>Answers in the language that the person chose on a page, else in the preferred one.</summary>
    public static void UseChosen(this RequestLocalizationOptions options, Uri origin)
    {
        var cookie = Cookie(origin);
        options.Use(http => Culture(http.Request.Cookies[cookie]) ?? Preferred(http));
    }

    private static void Use(this RequestLocalizationOptions options, Func<HttpContext, string?> language)
    {
        options.SetDefaultCulture(French);
        options.SupportedCultures = options.SupportedUICultures = Known;
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(http => Task.FromResult(language(http) is { } culture ? new ProviderCultureResult(culture) : null)),
        ];
    }

    /// <summary>"en" and "en-US" both mean English here.</summary>
    private static string? Preferred(HttpContext http) => http.Request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is not 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Culture(language.Value.ToString()))
        .FirstOrDefault(culture => culture is not null);

    private static string? Culture(string? tag) => tag switch
    {
        null => null,
        _ when tag.StartsWith("fr", StringComparison.OrdinalIgnoreCase) => French,
        _ when tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) => English,
        _ => null,
    };
}
