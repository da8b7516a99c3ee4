using Benevolat.Web.Api;
using Benevolat.Web.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Web.CheckIns;

/// <summary>Where the script sends the arrivals that it kept while there was no network.</summary>
internal static class CheckInEndpoint
{
    public const string Address = "/pointage/envoi";

    private const int Most = 50;
    private const int LongestCode = 500;

    public sealed record Request(DateTimeOffset SentAt, IReadOnlyList<CheckIn>? Items);

    public sealed record Response(IReadOnlyList<CheckInOutcome> Items);

    public sealed record Refusal(string? Title);

    public static void MapCheckIns(this IEndpointRouteBuilder site) => site.MapPost(Address, SendAsync).AllowAnonymous();

    /// <summary>
    /// No form token: the page may have been kept for weeks. A body of JSON and the browser's own word on where it comes from keep other
    /// sites from sending it, since JSON from elsewhere is asked about first, and nobody here says yes.
    /// </summary>
    private static async Task<Results<Ok<Response>, JsonHttpResult<Refusal>>> SendAsync(Request request, HttpContext http, ParticipationsApi participations, CancellationToken stop)
    {
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin")) { return Refused(StatusCodes.Status403Forbidden, null); }
        if (http.User.Identity is not { IsAuthenticated: true }) { return Refused(StatusCodes.Status401Unauthorized, null); }
        if (request.Items is not { Count: > 0 and <= Most } items || items.Any(item => item?.Code is not { Length: > 0 and <= LongestCode })) { return Refused(StatusCodes.Status400BadRequest, null); }

        try
        {
            return TypedResults.Ok(new Response(await participations.CheckInAsync(request.SentAt, items, stop)));
        }
        catch (ApiException refusal)
        {
            return Refused(refusal.Status, refusal.Sentence);
        }
        catch (Exception away) when (ServiceAway.Is(away))
        {
            return Refused(StatusCodes.Status503ServiceUnavailable, null);
        }
    }

    private static JsonHttpResult<Refusal> Refused(int status, string? title) => TypedResults.Json(new Refusal(title), statusCode: status);
}
