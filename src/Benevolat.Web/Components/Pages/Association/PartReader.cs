using Benevolat.Web.Components.Pages.Association.Editing;
using Benevolat.Web.Forms;
using Benevolat.Web.Text;

namespace Benevolat.Web.Components.Pages.Association;

/// <summary>What was changed in a proposed part; the rest comes from the proposal once more, so that the form need not carry it.</summary>
internal static class PartReader
{
    public static string Field(int part, string name) => $"parts[{part}].{name}";

    public static MissionForm Read(MissionForm proposed, int part, PostedForm posted, FormErrors errors, Texts t) => proposed with
    {
        PlacesText = posted.Text(Field(part, "places")),
        HoursPerWeek = posted.Text(Field(part, "hoursPerWeek")),
        Content = proposed.Content with
        {
            Title = posted.Text(Field(part, "title")),
            Description = posted.Text(Field(part, "description")),
            Tasks = posted.Lines(Field(part, "tasks")),
            Places = posted.Whole(Field(part, "places"), errors, t["Écrivez un nombre de places."]),
            HoursPerWeek = posted.Number(Field(part, "hoursPerWeek"), errors, t["Écrivez un nombre d'heures, par exemple 3 ou 2,5."]),
        },
    };

    /// <summary><c>parts[0].tasks[2]</c> is asked for at <c>parts[0].tasks</c>.</summary>
    public static string FieldOf(string path) => path.Split('.') is [var part, var field, ..] ? $"{part}.{field.Split('[')[0]}" : path;
}
