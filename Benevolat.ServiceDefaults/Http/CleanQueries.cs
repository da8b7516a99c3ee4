using Benevolat.ServiceDefaults.Json;
using Benevolat.ServiceDefaults.Problems;

namespace Benevolat.ServiceDefaults.Http;

/// <summary>Refuses control characters in query strings and paths, as the JSON reader does in bodies.</summary>
internal static class CleanQueries
{
    public static IApplicationBuilder UseCleanQueries(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        foreach (var (name, values) in http.Request.Query)
        {
            if (values.Any(value => value is not null && CleanTextConverter.HoldsControlCharacter(value)))
            {
                throw ProblemException.ForField(name, HttpRules.ControlCharacter);
            }
        }

        return CleanTextConverter.HoldsControlCharacter(http.Request.Path.Value ?? "")
            ? throw ProblemException.ForField("path", HttpRules.ControlCharacter)
            : next(http);
    });
}
