using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Benevolat.Identity.Security;

/// <summary>The cookie by which Identity, and nobody else, knows a person who signed in.</summary>
internal static class AccountSessions
{
    public static IServiceCollection AddAccountSessions(this IServiceCollection services, Uri origin)
    {
        var secure = origin.Scheme == Uri.UriSchemeHttps;
        // Not from the request: inside, everything is plain http.
        var policy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        services.AddAuthentication().AddApplicationCookie();
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = secure ? "__Host-benevolat-account" : "benevolat-account";
            cookie.Cookie.SecurePolicy = policy;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.HttpOnly = true;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
        });
        // A password reset ends the other sessions within this time.
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        return services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = secure ? "__Host-benevolat-form" : "benevolat-form";
            antiforgery.Cookie.SecurePolicy = policy;
            antiforgery.SuppressXFrameOptionsHeader = true; // the gateway sets the frame rules of the whole origin
        });
    }
}
