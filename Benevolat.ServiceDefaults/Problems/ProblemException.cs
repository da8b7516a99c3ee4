using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.ServiceDefaults.Problems;

/// <summary>A request that can't be served as it stands: the status, the rule it misses and, per field, what to change.</summary>
public sealed class ProblemException(int status, Rule rule, IReadOnlyDictionary<string, string[]>? errors = null) : Exception(rule.Code)
{
    /// <summary>What else helps the client to go on: members of the answer beside the standard ones.</summary>
    public IReadOnlyDictionary<string, object?>? Details { get; init; }

    public int Status { get; } = status;

    public Rule Rule { get; } = rule;

    /// <summary>Field (JSON path or parameter name) → sentences in the request's language.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; } = errors;

    /// <summary>A 400 about one field.</summary>
    public static ProblemException ForField(string field, Rule rule) =>
        new(StatusCodes.Status400BadRequest, HttpRules.Validation, new Dictionary<string, string[]> { [field] = [rule.Localized()] });
}
