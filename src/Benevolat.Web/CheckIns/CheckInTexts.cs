using System.Text.Json;
using Benevolat.Web.Text;

namespace Benevolat.Web.CheckIns;

/// <summary>What the script of check-ins says: it knows no language of its own.</summary>
internal static class CheckInTexts
{
    /// <summary>JSON for <c>data-texts</c>.</summary>
    public static string Of(Texts t) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["recorded"] = t["C'est noté : votre arrivée à {0}. Merci d'être là !"],
        ["already"] = t["Votre arrivée était déjà notée."],
        ["kept"] = t["Pas de réseau. Votre arrivée de {0} est gardée sur cet appareil et partira dès que possible ; rouvrez cette page plus tard si vous la fermez."],
        ["signIn"] = t["Votre arrivée de {0} est gardée sur cet appareil. Connectez-vous pour l'envoyer."],
        ["link"] = t["Se connecter"],
        ["away"] = t["Votre arrivée de {0} est gardée sur cet appareil : le service est momentanément absent. Nous réessayons."],
    });
}
