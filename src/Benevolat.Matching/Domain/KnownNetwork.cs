namespace Benevolat.Matching.Domain;

/// <summary>A network and the OAuth client that speaks for it.</summary>
public sealed class KnownNetwork
{
    public required Guid Id { get; init; }
    public required string ClientId { get; init; }
}
