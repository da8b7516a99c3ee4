namespace Benevolat.Identity.Data;

/// <summary>What a key of the server is for.</summary>
public enum KeyUse
{
    /// <summary>Signs access and identity tokens; its public half is in the key set.</summary>
    Signing,

    /// <summary>Encrypts authorization codes and refresh tokens, which only this service reads.</summary>
    Encryption,
}

/// <summary>An RSA key of the server, shared by all replicas.</summary>
public sealed class ServerKey
{
    public required Guid Id { get; init; }
    public required KeyUse Use { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UsedFrom { get; init; }

    /// <summary>PKCS#8, protected by ASP.NET's data protection.</summary>
    public required byte[] ProtectedPrivateKey { get; init; }
}
