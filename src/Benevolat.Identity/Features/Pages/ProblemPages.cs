using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Benevolat.Identity.Features.Pages;

/// <summary>Where a person is at the other end, a problem is a page; REST keeps its JSON.</summary>
internal sealed class ProblemPages(IOptions<ProblemDetailsOptions> options) : IProblemDetailsWriter
{
    private static readonly string[] Interactive = ["/account", "/connect/authorize", "/connect/logout"];

    public bool CanWrite(ProblemDetailsContext context) =>
        Interactive.Any(path => context.HttpContext.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        context.ProblemDetails.Status ??= http.Response.StatusCode;
        options.Value.CustomizeProblemDetails?.Invoke(context);
        http.Response.Headers.CacheControl = "no-store";
        await new RazorComponentResult<ErrorPage>(new { Problem = context.ProblemDetails })
        {
            StatusCode = http.Response.StatusCode,
            PreventStreamingRendering = true,
        }.ExecuteAsync(http);
    }
}
