using Benevolat.Web.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Benevolat.Web.Tests.Unit;

/// <summary>The texts of the site, in whichever language the thread has.</summary>
internal static class SiteTexts
{
    public static Texts Create() => new(new StringLocalizer<Texts>(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions { ResourcesPath = "Resources" }), NullLoggerFactory.Instance)));
}
