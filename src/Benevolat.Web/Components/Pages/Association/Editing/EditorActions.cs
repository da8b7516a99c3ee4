namespace Benevolat.Web.Components.Pages.Association.Editing;

/// <summary>What the buttons of a step ask for besides saving it and going on.</summary>
internal static class EditorActions
{
    public const string Field = "action";

    /// <summary>Save and stay.</summary>
    public const string Stay = "rester";

    /// <summary>What does the coach say? Saves nothing.</summary>
    public const string Advise = "conseil";

    public const string Add = "ajouter";
    public const string Remove = "retirer-";

    /// <summary>The addresses with a row more or less; null when the button was another one.</summary>
    public static IReadOnlyList<AddressLine>? Rows(string? action, IReadOnlyList<AddressLine> lines) => action switch
    {
        Add => [.. lines, AddressLine.Empty],
        _ when action?.StartsWith(Remove, StringComparison.Ordinal) == true && int.TryParse(action[Remove.Length..], out var gone) && gone >= 0 && gone < lines.Count =>
            [.. lines.Where((_, number) => number != gone)],
        _ => null,
    };
}
