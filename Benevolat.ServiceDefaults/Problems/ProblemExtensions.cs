using System.Diagnostics;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.ServiceDefaults.Problems;

/// <summary>RFC 9457 answers for every error, in French or English.</summary>
public static class ProblemExtensions
{
    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddProblemDetails(options => options.CustomizeProblemDetails = context => Complete(context.ProblemDetails, context.HttpContext))
        .AddSingleton<IProblemDetailsWriter, UnconditionalProblemWriter>() // after the framework's own, which is asked first
        .AddExceptionHandler<ProblemExceptionHandler>()
        // Binding failures reach the handler in every environment, so that they name their field everywhere.
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .Configure<RequestLocalizationOptions>(options => options.UsePreferred());

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
}
