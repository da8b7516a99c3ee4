using System.Text.Json;
using Benevolat.Web.Text;

namespace Benevolat.Web.Places;

/// <summary>What the script of place fields says: it knows no language of its own.</summary>
internal static class PlaceTexts
{
    /// <summary>JSON for the field's <c>data-place-texts</c>.</summary>
    public static string Of(Texts t) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["list"] = t["Communes proposées"],
        ["one"] = t["Une commune proposée. Flèche bas pour la choisir."],
        ["several"] = t["{0} communes proposées. Flèche bas pour en choisir une."],
        ["none"] = t["Aucune commune de ce nom."],
    });
}
