namespace Benevolat.Testing.Tokens;

/// <summary>Who a test speaks as.</summary>
/// <param name="Subject">An account id for people, a client id for systems.</param>
public sealed record Caller(string Subject, IReadOnlyList<string> Scopes, IReadOnlyList<string> Roles)
{
    public Guid AccountId => Guid.Parse(Subject);

    /// <summary>The address whose hash the token holds; null for a token without.</summary>
    public string? Email { get; init; }

    /// <summary>Somebody who signed in; a new person unless an id is given.</summary>
    public static Caller Person(Guid? id = null, string? email = null) => new((id ?? Guid.CreateVersion7()).ToString(), ["openid"], []) { Email = email };

    public static Caller Moderator() => new(Guid.CreateVersion7().ToString(), ["openid"], ["moderator"]);

    public static Caller Network(string clientId = "test-network") => new(clientId, ["network"], []);

    public static Caller Operator() => new("test-operator", ["ops"], []);
}
