namespace Benevolat.Identity.Domain;

/// <summary>Where to go afterwards: only ever a page of this site, whatever the link said.</summary>
public static class LocalUrl
{
    private const int Longest = 4096;

    /// <summary>A path from the root. <c>//host</c> and <c>/\host</c> lead elsewhere in browsers, and so may control characters.</summary>
    public static bool IsLocal(string url) =>
        url.Length is > 0 and <= Longest
        && url[0] == '/'
        && (url.Length == 1 || url[1] is not ('/' or '\\'))
        && !url.Any(char.IsControl);
}
