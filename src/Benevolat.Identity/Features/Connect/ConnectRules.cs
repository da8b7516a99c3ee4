using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Identity.Features.Connect;

/// <summary>What a person reads when an application sent them here with something wrong.</summary>
internal static class ConnectRules
{
    public static readonly Rule BadLink = new("connect.bad-request",
        "L'application qui vous envoie ici a fait une demande que nous ne pouvons pas accepter. Retournez sur le site et recommencez.",
        "The application that sent you here made a request that we can't accept. Go back to the site and start again.");
}
