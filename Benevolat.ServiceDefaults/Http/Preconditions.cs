using System.Globalization;
using Benevolat.ServiceDefaults.Problems;

namespace Benevolat.ServiceDefaults.Http;

/// <summary>ETag and If-Match over an aggregate's version: two people editing never overwrite each other unseen.</summary>
public static class Preconditions
{
    /// <summary>Names the version that this answer shows.</summary>
    public static void SetETag(this HttpContext http, long version) => http.Response.Headers.ETag = ETag(version);

    /// <summary>Refuses a change by somebody who has not seen the current version: 428 without If-Match, 412 when stale.</summary>
    public static void RequireIfMatch(this HttpContext http, long version)
    {
        var sent = http.Request.Headers.IfMatch;
        if (sent.Count == 0) { throw new ProblemException(StatusCodes.Status428PreconditionRequired, HttpRules.PreconditionRequired); }

        var tags = sent.SelectMany(value => (value ?? "").Split(',')).Select(tag => tag.Trim());
        if (!tags.Contains(ETag(version), StringComparer.Ordinal)) { throw new ProblemException(StatusCodes.Status412PreconditionFailed, HttpRules.PreconditionFailed); }
    }

    private static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
