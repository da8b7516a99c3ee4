using Benevolat.Identity.Domain;
using Benevolat.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Identity.Features.Pages;

/// <summary>Rendering of the pages and the way back from them.</summary>
internal static class PageResults
{
    /// <summary>The site's own sign-in: it finds the fresh session here and opens its own.</summary>
    public const string AfterSignIn = "/connexion";

    /// <summary>The form; with status 400 while something in it is to be corrected.</summary>
    public static RazorComponentResult<TPage> Show<TPage>(this FormState form)
        where TPage : IComponent => new(new { Form = form })
        {
            StatusCode = form.HasErrors ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
            PreventStreamingRendering = true,
        };

    /// <summary>An empty form that remembers where to go afterwards.</summary>
    /// <exception cref="ProblemException">400 when that is not a page of this site.</exception>
    public static FormState NewForm(string? returnUrl) => string.IsNullOrEmpty(returnUrl) || LocalUrl.IsLocal(returnUrl)
        ? new() { ReturnUrl = returnUrl ?? "" }
        : throw ProblemException.ForField("returnUrl", AccountRules.ReturnUrl);

    public static RedirectHttpResult Leave(this FormState form, string otherwise) =>
        TypedResults.LocalRedirect(form.ReturnUrl.Length > 0 ? form.ReturnUrl : otherwise);

    /// <summary>Links of these pages hold tokens: they stay out of caches and out of the Referer header.</summary>
    public static RouteGroupBuilder KeepPrivate(this RouteGroupBuilder pages)
    {
        pages.AddEndpointFilter((context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            // Word for word what the antiforgery service wants to see; anything else makes it write a warning for each form.
            headers.CacheControl = "no-cache, no-store";
            headers.Pragma = "no-cache";
            headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        });
        return pages;
    }
}
