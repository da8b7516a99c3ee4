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

    /// <summary>Whether the button only changes how many rows there are.</summary>
    public static bool IsAboutRows(string? action) => action == Add || action?.StartsWith(Remove, StringComparison.Ordinal) == true;

    /// <summary>The addresses that are written, less the one that a button removes, with an empty one where a button adds it or none is left.</summary>
    public static IReadOnlyList<AddressLine> Rows(string? action, IEnumerable<AddressLine> lines)
    {
        List<AddressLine> rows = [.. lines.Where((line, number) => !line.IsEmpty && action != $"{Remove}{number}")];
        if (action == Add || rows.Count == 0) { rows.Add(AddressLine.Empty); }
        return rows;
    }
}
