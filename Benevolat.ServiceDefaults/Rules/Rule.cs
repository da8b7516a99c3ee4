namespace Benevolat.ServiceDefaults.Rules;

/// <summary>
/// A rule of the domain: a stable code and the sentence a person reads when it is broken, saying what to do instead.
/// Sentences may hold <c>{name}</c> places, filled from the facts given where the rule is checked.
/// </summary>
public sealed record Rule(string Code, string French, string English)
{
    /// <summary>Refuses what breaks the rule.</summary>
    /// <exception cref="RuleBrokenException">When <paramref name="holds"/> is false.</exception>
    public void Require(bool holds, params ReadOnlySpan<(string Name, object Value)> facts)
    {
        if (!holds) { throw Broken(facts); }
    }

    /// <summary>The refusal itself, for <c>throw</c> in expressions.</summary>
    public RuleBrokenException Broken(params ReadOnlySpan<(string Name, object Value)> facts) =>
        new(this, facts.ToArray().ToDictionary(fact => fact.Name, fact => fact.Value));
}
