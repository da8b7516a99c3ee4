using Benevolat.Web.Forms;
using Microsoft.AspNetCore.Components;

namespace Benevolat.Web.Components.Fields;

/// <summary>What all fields share: a label, a hint, and errors tied to the element for those who listen to the page.</summary>
public abstract class FieldBase : SiteComponent
{
    /// <summary>The name in the form: the JSON path, so that a service's errors find their field.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public FormErrors? Errors { get; set; }

    /// <summary>What the coach says of the whole form, where there is one.</summary>
    [CascadingParameter]
    public FieldAdvice? Advice { get; set; }

    protected string Id => FormErrors.IdOf(Name);

    protected string HintId => $"{Id}-aide";

    protected string ErrorId => $"{Id}-erreur";

    protected IReadOnlyList<string> Complaints => Errors is null ? [] : [.. Errors.For(Name)];

    protected string AdviceId => FieldAdvice.IdOf(Id);

    protected string? Invalid => Complaints.Count > 0 || Advice?.Blocks(Name) == true ? "true" : null;

    protected string? DescribedBy
    {
        get
        {
            string?[] notes = [Hint is null ? null : HintId, Complaints.Count > 0 ? ErrorId : null, Advice is null ? null : AdviceId];
            return string.Join(' ', notes.OfType<string>()) is { Length: > 0 } ids ? ids : null;
        }
    }
}
