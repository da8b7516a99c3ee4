using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Benevolat.ServiceDefaults.Json;
using Benevolat.ServiceDefaults.Problems;
using Microsoft.AspNetCore.WebUtilities;

namespace Benevolat.ServiceDefaults.Http;

/// <summary>
/// An opaque keyset cursor: the sort key of the last item and a fingerprint of the query it belongs to,
/// so that a cursor of another query is refused instead of answering nonsense.
/// </summary>
public static class Cursor
{
    public static string Encode<T>(T position, string query = "") =>
        WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(new Content<T>(position, Fingerprint(query)), JsonConventions.Tolerant));

    /// <summary>The position to go on from, or null for the first page.</summary>
    /// <exception cref="ProblemException">400 on <c>cursor</c> when it can't be read or belongs to another query.</exception>
    public static T? Decode<T>(string? cursor, string query = "")
        where T : class
    {
        if (string.IsNullOrEmpty(cursor)) { return null; }
        try
        {
            var content = JsonSerializer.Deserialize<Content<T>>(WebEncoders.Base64UrlDecode(cursor), JsonConventions.Tolerant);
            if (content is { At: not null } && content.Of == Fingerprint(query)) { return content.At; }
        }
        catch (Exception exception) when (exception is FormatException or JsonException or ArgumentException)
        {
            // Falls through to the refusal below, which says what to do.
        }

        throw ProblemException.ForField("cursor", HttpRules.Cursor);
    }

    private static string Fingerprint(string query) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(query)), 0, 6);

    private sealed record Content<T>(T At, string Of);
}
