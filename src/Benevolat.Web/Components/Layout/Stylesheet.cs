namespace Benevolat.Web.Components.Layout;

/// <summary>Names the build in the style sheet's address, so that a new release never wears an old style.</summary>
internal static class Stylesheet
{
    public static string Version { get; } = typeof(Stylesheet).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];
}
