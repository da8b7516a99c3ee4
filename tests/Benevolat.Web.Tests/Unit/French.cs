using Benevolat.Web.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Benevolat.Web.Tests.Unit;

/// <summary>The texts of the site without a translation.</summary>
internal static class French
{
    public static Texts Texts() => new(new StringLocalizer<Texts>(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));
}
