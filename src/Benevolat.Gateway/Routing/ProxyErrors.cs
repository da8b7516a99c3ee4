using Yarp.ReverseProxy.Forwarder;

namespace Benevolat.Gateway.Routing;

/// <summary>When no service answered: says when to come back. The body follows from the status, as a problem or a page.</summary>
internal static class ProxyErrors
{
    public static void UseProxyErrors(this IReverseProxyApplicationBuilder proxy) => proxy.Use(async (http, next) =>
    {
        await next(http);
        var failed = http.Features.Get<IForwarderErrorFeature>() is not null && !http.Response.HasStarted;
        if (failed && http.Response.StatusCode is StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = "5";
        }
    });
}
