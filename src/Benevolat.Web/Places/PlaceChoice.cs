using Benevolat.Web.Api;
using Benevolat.Web.Forms;
using Benevolat.Web.Text;

namespace Benevolat.Web.Places;

/// <summary>What a form says about the commune typed into it.</summary>
internal static class PlaceChoice
{
    /// <summary>Complains at the field when the commune is missing, unknown or one of several; returns the communes to choose from.</summary>
    public static IReadOnlyList<PlaceItem> Check(PlaceAnswer answer, string? typed, string field, FormErrors errors, Texts t, bool required = true)
    {
        switch (answer)
        {
            case { Place: null } when typed is not null:
                errors.Add(field, t["Nous ne trouvons pas cette commune : vérifiez l'orthographe, ou essayez le code postal."]);
                return [];
            case { Place: null } when required:
                errors.Add(field, t["Écrivez une commune."]);
                return [];
            case { Place: { } place, Others: { Count: > 0 } others }:
                errors.Add(field, t["Plusieurs communes correspondent : choisissez la bonne, puis envoyez de nouveau."]);
                return [place, .. others];
            default:
                return [];
        }
    }
}
