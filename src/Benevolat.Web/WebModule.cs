using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Security;
using Benevolat.Web.Api;
using Benevolat.Web.CheckIns;
using Benevolat.Web.Components;
using Benevolat.Web.Data;
using Benevolat.Web.Errors;
using Benevolat.Web.Places;
using Benevolat.Web.SignIn;
using Benevolat.Web.Text;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;

namespace Benevolat.Web;

/// <summary>The site: pages rendered on the server, plain forms and links, a session that keeps its tokens here.</summary>
public static class WebModule
{
    public static WebApplicationBuilder AddWeb(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddDatabase<WebDb>("webdb");
        builder.Services.AddDataProtection().SetApplicationName("benevolat-web").PersistKeysToDbContext<WebDb>();
        builder.AddSignIn();
        builder.AddApis();

        builder.Services.AddLocalization(localization => localization.ResourcesPath = "Resources");
        builder.Services.AddSingleton<ServiceOrigin>();
        builder.Services.AddSingleton<Texts>();
        builder.Services.AddSingleton<Formats>();
        builder.Services.AddScoped<PlaceResolver>();
        builder.Services.AddExceptionHandler<ErrorPages>();
        builder.Services.AddRazorComponents();
        builder.Services.Configure<FormOptions>(form => (form.ValueCountLimit, form.ValueLengthLimit) = (1_000, 64 * 1024));
        builder.Services.AddAntiforgery(antiforgery =>
        {
            // The gateway sets the frame rules of the whole origin.
            antiforgery.SuppressXFrameOptionsHeader = true;
            antiforgery.Cookie.Name = builder.Configuration.PublicOrigin().CookieName("benevolat-forms");
            antiforgery.Cookie.SecurePolicy = builder.Configuration.PublicOrigin().CookieSecurity();
        });
        return builder;
    }

    public static WebApplication UseWeb(this WebApplication app)
    {
        app.UseLanguages();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => ErrorPages.WriteAsync(context.HttpContext));
        app.UsePageForLostForms();
        app.UsePublicOrigin(app.Configuration.PublicOrigin());
        app.UseFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UsePrivatePages();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapServiceDefaults();
        app.MapSignIn();
        app.MapLanguageChoice();
        app.MapCheckIns();
        app.MapRazorComponents<App>();
        return app;
    }

    /// <summary>
    /// A form that its page no longer has, because somebody else dealt with it meanwhile, Blazor answers with an empty text:
    /// without what that left behind, it is given the page of its status as any other.
    /// </summary>
    private static void UsePageForLostForms(this WebApplication app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (http.Response is not { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } || http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null) { return; }

        http.Response.ContentType = null;
        http.Response.Headers.Remove("blazor-enhanced-nav"); // every page adds it, a second one in vain
    });

    /// <summary>Absolute addresses come from configuration, never from a Host header that anybody may send.</summary>
    private static void UsePublicOrigin(this WebApplication app, Uri origin) => app.Use((http, next) =>
    {
        (http.Request.Scheme, http.Request.Host) = (origin.Scheme, HostString.FromUriComponent(origin));
        return next(http);
    });

    /// <summary>
    /// Before sign-in, so that a style sheet never costs a look into the session. Scripts import each other without the build's
    /// name in their address: asking whether they are still the same keeps a release from mixing with the one before.
    /// </summary>
    private static void UseFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Path.StartsWithSegments("/js") || file.Context.Request.Path.StartsWithSegments("/pointage") ? "no-cache" : "public, max-age=3600",
    });

    /// <summary>What a signed-in person sees stays in no cache: not on a shared computer, not in a proxy.</summary>
    private static void UsePrivatePages(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.User.Identity is { IsAuthenticated: true })
        {
            // Last, because the form tokens set a weaker value and would warn about ours.
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
        }

        return next(http);
    });
}
