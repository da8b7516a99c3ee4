using Benevolat.Web.SignIn;
using Benevolat.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Benevolat.Web.Components;

/// <summary>What every component of the site has at hand: its texts, its formats, the request.</summary>
public abstract class SiteComponent : ComponentBase
{
    private bool loaded;

    [Inject]
    protected Texts T { get; set; } = null!;

    [Inject]
    protected Formats F { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    protected CancellationToken Stop => Http.RequestAborted;

    /// <summary>
    /// The <c>lang</c> of what associations and volunteers wrote, where a page of another language shows it: a screen reader
    /// shall not read French as if it were English.
    /// </summary>
    protected static string? Written => Texts.InEnglish ? "fr" : null;

    protected bool IsSignedIn => Http.User.Identity is { IsAuthenticated: true };

    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>Renders once, when the data is there: nobody sees a page on the way, so no page has to cope with half of its data.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!loaded)
        {
            await OnInitializedAsync();
            loaded = true;
        }

        StateHasChanged();
    }

    /// <summary>The address of this page, to come back to.</summary>
    protected string Here => LocalUrl.Of(Http.Request);

    /// <summary>Redirects after a form was accepted, so that a reload sends nothing twice.</summary>
    protected void Go(string path, string? announcement = null) =>
        Navigation.NavigateTo(announcement is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Announcements.Parameter}={announcement}");
}
