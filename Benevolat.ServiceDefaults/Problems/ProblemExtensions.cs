using System.Diagnostics;
using System.Globalization;
using Benevolat.ServiceDefaults.Rules;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.ServiceDefaults.Problems;

/// <summary>RFC 9457 answers for every error, in French or English.</summary>
public static class ProblemExtensions
{
    private static readonly CultureInfo[] Cultures = [new("fr-FR"), new("en-GB")];

    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddProblemDetails(options => options.CustomizeProblemDetails = context => Complete(context.ProblemDetails, context.HttpContext))
        .AddSingleton<IProblemDetailsWriter, UnconditionalProblemWriter>() // after the framework's own, which is asked first
        .AddExceptionHandler<ProblemExceptionHandler>()
        // Binding failures reach the handler in every environment, so that they name their field everywhere.
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("fr-FR");
            options.SupportedCultures = options.SupportedUICultures = Cultures;
            // "en" and "en-US" both mean English here: fall back to the parent, and match by language.
            options.RequestCultureProviders = [new CustomRequestCultureProvider(http => Task.FromResult(Language(http)))];
        });

    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) =>
        app.UseRequestLocalization().UseExceptionHandler().UseStatusCodePages();

    /// <summary>Type, code and traceId for answers that came without them (bare status codes, framework problems).</summary>
    private static void Complete(ProblemDetails problem, HttpContext http)
    {
        if (!problem.Extensions.ContainsKey("code"))
        {
            var rule = HttpRules.For(problem.Status ?? http.Response.StatusCode);
            problem.Describe(rule, null);
        }

        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
    }

    internal static void Describe(this ProblemDetails problem, Rule rule, IReadOnlyDictionary<string, object>? facts)
    {
        problem.Type = $"urn:benevolat:problem:{rule.Code}";
        problem.Title = rule.Localized(facts);
        problem.Extensions["code"] = rule.Code;
    }

    private static ProviderCultureResult? Language(HttpContext http)
    {
        var wanted = http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString())
            .FirstOrDefault(tag => tag.StartsWith("fr", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        return wanted is null ? null : new ProviderCultureResult(wanted.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en-GB" : "fr-FR");
    }
}
