using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Features;

/// <summary>Links that people will click: http or https, nothing that runs.</summary>
internal static class WebAddress
{
    public static readonly Rule Rule = new("web.address",
        "L'adresse du site commence par https:// ou http://.", "The site's address starts with https:// or http://.");

    public static bool IsValid(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
