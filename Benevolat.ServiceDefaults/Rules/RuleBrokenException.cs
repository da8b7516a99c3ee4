namespace Benevolat.ServiceDefaults.Rules;

/// <summary>The domain refused: answered as 409 with the rule's code. The message holds the code only, never personal data.</summary>
public sealed class RuleBrokenException(Rule rule, IReadOnlyDictionary<string, object> facts) : Exception(rule.Code)
{
    public Rule Rule { get; } = rule;

    public IReadOnlyDictionary<string, object> Facts { get; } = facts;

    public string Code => Rule.Code;
}
