using Benevolat.Web.Api;
using Benevolat.Web.Forms;

namespace Benevolat.Web.Components;

/// <summary>A page with a form that is posted to itself: accepted, it redirects; refused, it comes back with what was typed.</summary>
public abstract class FormPage : SiteComponent
{
    protected FormErrors Errors { get; } = new();

    /// <summary>Whether the refusal was about a version that somebody else has replaced meanwhile.</summary>
    protected bool SomebodyElseChangedIt { get; private set; }

    private protected PostedForm Posted => new(Http.Request.Form);

    /// <summary>Sends the form's content; a refusal becomes messages, anything else leaves as it is and ends on an error page.</summary>
    /// <returns>Whether it was accepted.</returns>
    protected async Task<bool> TryAsync(Func<Task> send, Func<string, string>? fieldOf = null)
    {
        if (Errors.Any) { return Refused(StatusCodes.Status400BadRequest); }

        try
        {
            await send();
            return true;
        }
        catch (ApiException problem) when (problem.IsForTheForm)
        {
            SomebodyElseChangedIt = problem.Status is StatusCodes.Status412PreconditionFailed;
            Errors.Add(problem, T["Votre demande n'a pas pu être prise en compte. Relisez la page, puis recommencez."], fieldOf);
            return Refused(problem.Status);
        }
    }

    private bool Refused(int status)
    {
        Http.Response.StatusCode = status;
        return false;
    }
}
