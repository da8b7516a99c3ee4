using Benevolat.ServiceDefaults.Security;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Benevolat.Identity.Features.Connect;

/// <summary>
/// Who asks inside gets inside addresses of what machines call (keys, tokens); browsers only ever go through the public origin,
/// so the addresses for them are always public.
/// </summary>
internal sealed class DiscoveryAddresses(IConfiguration configuration) : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor
        .CreateBuilder<HandleConfigurationRequestContext>()
        .UseSingletonHandler<DiscoveryAddresses>()
        .SetOrder(OpenIddictServerHandlers.Discovery.AttachEndpoints.Descriptor.Order + 1)
        .SetType(OpenIddictServerHandlerType.Custom)
        .Build();

    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        var origin = configuration.PublicOrigin();
        context.AuthorizationEndpoint = new Uri(origin, Authorize.Path);
        context.EndSessionEndpoint = new Uri(origin, EndSession.Path);
        return default;
    }
}
