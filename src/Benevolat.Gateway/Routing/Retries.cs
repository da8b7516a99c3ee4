using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Benevolat.Gateway.Routing;

/// <summary>
/// A replica that dies loses no request that can safely be sent to another: any request that never left the gateway,
/// and a read whose answer had not begun. A change that was sent is never repeated: nobody knows whether it was done.
/// </summary>
internal static partial class Retries
{
    public static void UseRetries(this IReverseProxyApplicationBuilder proxy) => proxy.Use(async (http, next) =>
    {
        var feature = http.GetReverseProxyFeature();
        var untried = feature.AvailableDestinations;
        await next(http);
        while (http.Features.Get<IForwarderErrorFeature>() is { } error && MayGoElsewhere(http, error))
        {
            untried = [.. untried.Where(destination => destination != feature.ProxiedDestination)];
            if (untried.Count == 0)
            {
                // Nothing was sent: unlike a 502, this tells the client that trying again is safe.
                if (error.NothingWasSent()) { http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable; }
                LogGaveUp(Log(http), feature.Cluster.Config.ClusterId, error.Error);
                return;
            }

            LogRetry(Log(http), feature.Cluster.Config.ClusterId, error.Error);
            http.Features.Set<IForwarderErrorFeature>(null);
            http.Response.StatusCode = StatusCodes.Status200OK; // YARP forwards only where no answer is set
            feature.AvailableDestinations = untried;
            await next(http);
        }
    });

    /// <summary>The connection was refused or never came about.</summary>
    public static bool NothingWasSent(this IForwarderErrorFeature error) =>
        error.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
            or TaskCanceledException { InnerException: TimeoutException };

    private static bool MayGoElsewhere(HttpContext http, IForwarderErrorFeature error) =>
        !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested && (error.NothingWasSent() || IsReadThatBroke(http, error));

    private static bool IsReadThatBroke(HttpContext http, IForwarderErrorFeature error) =>
        error.Error is ForwarderError.Request or ForwarderError.ResponseHeaders or ForwarderError.ResponseBodyDestination
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true;

    private static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Retries));

    [LoggerMessage(1, LogLevel.Warning, "A replica of {Service} failed ({Error}); the request goes to another")]
    private static partial void LogRetry(ILogger log, string service, ForwarderError error);

    [LoggerMessage(2, LogLevel.Warning, "No replica of {Service} answered ({Error})")]
    private static partial void LogGaveUp(ILogger log, string service, ForwarderError error);
}
