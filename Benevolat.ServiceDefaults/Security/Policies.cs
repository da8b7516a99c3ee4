using Microsoft.AspNetCore.Authorization;

namespace Benevolat.ServiceDefaults.Security;

/// <summary>Who may call an endpoint. What one may do to a thing is decided by the endpoint from its own data.</summary>
public static class Policies
{
    /// <summary>A person who signed in.</summary>
    public const string Person = "person";

    /// <summary>A person who reviews missions and organisations.</summary>
    public const string Moderator = "moderator";

    /// <summary>A regional network's system, by client credentials with the scope <c>network</c>.</summary>
    public const string Network = "network";

    /// <summary>Who keeps the system running: scope <c>ops</c>, granted to operators and their tools only.</summary>
    public const string Operator = "operator";

    internal static void Add(AuthorizationBuilder authorization) => authorization
        .AddPolicy(Person, policy => policy.RequireAssertion(context => context.User.IsPerson()))
        .AddPolicy(Moderator, policy => policy.RequireAssertion(context => context.User.IsPerson() && context.User.IsInRole(Moderator)))
        .AddPolicy(Network, policy => policy.RequireAssertion(context => context.User.HasScope(Network)))
        .AddPolicy(Operator, policy => policy.RequireAssertion(context => context.User.HasScope("ops")));
}
