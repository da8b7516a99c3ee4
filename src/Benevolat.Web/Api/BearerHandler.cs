using Benevolat.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authentication;

namespace Benevolat.Web.Api;

/// <summary>Speaks to the services in the name of the person whose page it is, and in its language: what they refuse, they say to that person.</summary>
internal sealed class BearerHandler(IHttpContextAccessor page) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (page.HttpContext is { User.Identity.IsAuthenticated: true } http && await http.GetTokenAsync("access_token") is { } token)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        request.Headers.AcceptLanguage.ParseAdd(Languages.InEnglish ? "en" : "fr");
        return await base.SendAsync(request, cancellationToken);
    }
}
