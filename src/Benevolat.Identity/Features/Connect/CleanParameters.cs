using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Benevolat.Identity.Features.Connect;

/// <summary>Control characters in forms and Basic credentials would reach PostgreSQL as parameters, which can't hold NUL.</summary>
internal sealed class CleanParameters : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor
        .CreateBuilder<ProcessAuthenticationContext>()
        .UseSingletonHandler<CleanParameters>()
        .SetOrder(int.MinValue + 1_000)
        .SetType(OpenIddictServerHandlerType.Custom)
        .Build();

    public ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        var unclean = context.Request.GetParameters().FirstOrDefault(parameter => ((string?)parameter.Value)?.Any(char.IsControl) == true || parameter.Key.Any(char.IsControl));
        if (unclean.Key is not null)
        {
            context.Reject(OpenIddictConstants.Errors.InvalidRequest, $"The parameter '{new string([.. unclean.Key.Where(c => !char.IsControl(c))])}' holds a control character.");
        }

        return default;
    }
}
