using System.Net;

namespace Benevolat.Cli.Api;

/// <summary>
/// Waits and tries again where the server says so (429, 503 with Retry-After) or, for requests that may be repeated,
/// where the connection broke. Gives up after <c>patience</c> and shows the last answer.
/// </summary>
internal sealed class Retries(HttpMessageHandler inner, TimeProvider clock, TimeSpan patience) : DelegatingHandler(inner)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var pause = TimeSpan.FromMilliseconds(Math.Min(250 * Math.Pow(2, attempt), Longest.TotalMilliseconds));
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                pause = Asked(response) ?? pause;
                if (!IsPassing(request, response.StatusCode) || clock.GetElapsedTime(started) + pause > patience) { return response; }
                response.Dispose();
            }
            catch (HttpRequestException) when (request.Method != HttpMethod.Post && clock.GetElapsedTime(started) + pause < patience)
            {
                // Tried again below: a server that restarts is back in a moment.
            }

            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private static bool IsPassing(HttpRequestMessage request, HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
        || (request.Method != HttpMethod.Post && status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout);

    private TimeSpan? Asked(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        { Date: not null } => TimeSpan.Zero,
        _ => null,
    };
}
