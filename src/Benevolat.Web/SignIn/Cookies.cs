namespace Benevolat.Web.SignIn;

/// <summary>How cookies are named and secured on this origin.</summary>
internal static class Cookies
{
    /// <summary>Browsers accept <c>__Host-</c> only over TLS; on http://localhost the plain name has to do.</summary>
    public static string CookieName(this Uri origin, string name) => origin.IsHttps() ? $"__Host-{name}" : name;

    public static CookieSecurePolicy CookieSecurity(this Uri origin) => origin.IsHttps() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    private static bool IsHttps(this Uri origin) => origin.Scheme == Uri.UriSchemeHttps;
}
