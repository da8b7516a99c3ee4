using Benevolat.ServiceDefaults.Security;

namespace Benevolat.Web;

/// <summary>The site's one public address.</summary>
internal sealed class ServiceOrigin(IConfiguration configuration)
{
    private readonly Uri origin = configuration.PublicOrigin();

    public string Of(string path) => new Uri(origin, path).AbsoluteUri;
}
