namespace Benevolat.Identity.Domain;

/// <summary>Which scopes there are, for whom, and which services a token with them is meant for.</summary>
public static class Grants
{
    public const string Network = "network";
    public const string Ops = "ops";
    public const string Moderator = "moderator";
    public const string Operator = "operator";
    public const string Self = "identity";

    /// <summary>One scope and one audience for each service that people use.</summary>
    public static readonly IReadOnlyList<string> Services = ["missions", "volunteers", "matching", "notifications"];

    /// <summary>Audiences of a token: a person's token is always meant for Identity too, where their account is.</summary>
    public static IReadOnlyList<string> Audiences(IEnumerable<string> scopes, bool person)
    {
        var audiences = new SortedSet<string>(StringComparer.Ordinal);
        if (person) { audiences.Add(Self); }
        foreach (var scope in scopes)
        {
            if (Services.Contains(scope)) { audiences.Add(scope); }
            if (scope == Network) { audiences.Add("missions"); }
            if (scope == Ops) { audiences.UnionWith([.. Services, Self]); }
        }

        return [.. audiences];
    }

    /// <summary>Networks are systems, never people; operating is for operators only.</summary>
    public static bool IsOpenTo(string scope, IEnumerable<string> roles) => scope switch
    {
        Network => false,
        Ops => roles.Contains(Operator, StringComparer.Ordinal),
        _ => true,
    };
}
