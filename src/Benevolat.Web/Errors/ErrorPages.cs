using Benevolat.Web.Api;
using Benevolat.Web.Components;
using Benevolat.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Web.Errors;

/// <summary>Whatever goes wrong, people get a page that says what happened and what to do; the details go to the log.</summary>
internal sealed partial class ErrorPages(ILogger<ErrorPages> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var status = StatusOf(exception);
        if (status == StatusCodes.Status401Unauthorized)
        {
            // The services no longer accept this session's token: sign in again and come back here.
            await httpContext.SignOutAsync();
            httpContext.Response.Redirect($"/connexion?retour={Uri.EscapeDataString(LocalUrl.Of(httpContext.Request))}");
            return true;
        }

        if (status == StatusCodes.Status500InternalServerError) { LogBug(log, exception); }
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            LogAway(log, exception);
            httpContext.Response.Headers.RetryAfter = "10";
        }

        httpContext.Response.StatusCode = status;
        await WriteAsync(httpContext);
        return true;
    }

    /// <summary>The page for the response's status. It needs no service, so that it shows when all of them are away.</summary>
    public static async Task WriteAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var broken = http.RequestServices;
        // The page that failed has used up its scope: components of a second page can't live in it.
        await using var scope = broken.CreateAsyncScope();
        try
        {
            http.RequestServices = scope.ServiceProvider;
            var page = new RazorComponentResult<ErrorDocument>(new { Status = http.Response.StatusCode }) { StatusCode = http.Response.StatusCode, PreventStreamingRendering = true };
            await page.ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = broken;
        }
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        ApiException { Status: 401 or 403 or 404 or 410 or 429 } refusal => refusal.Status,
        BadHttpRequestException bad => bad.StatusCode,
        _ when ServiceAway.Is(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    [LoggerMessage(1, LogLevel.Error, "A page failed in a way that nobody foresaw")]
    private static partial void LogBug(ILogger log, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "A page could not be served because a service is away")]
    private static partial void LogAway(ILogger log, Exception exception);
}
