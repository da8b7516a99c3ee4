using System.Text.Json;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using FluentValidation.Results;

namespace Benevolat.Identity.Features.Pages;

/// <summary>What a form shows: what was typed (never passwords) and what is to be corrected.</summary>
public sealed class FormState
{
    private readonly Dictionary<string, string?> _values = [];
    private readonly Dictionary<string, List<string>> _errors = [];
    private readonly List<string> _overall = [];

    /// <summary>Where to go afterwards; empty when the link didn't say.</summary>
    public string ReturnUrl { get; init; } = "";

    public IReadOnlyList<string> Overall => _overall;

    public IEnumerable<(string Field, string Sentence)> AtFields => _errors.SelectMany(error => error.Value.Select(sentence => (error.Key, sentence)));

    public bool HasErrors => _errors.Count + _overall.Count > 0;

    public string? this[string field] => _values.GetValueOrDefault(field);

    public IReadOnlyList<string> Complaints(string field) => _errors.TryGetValue(field, out var sentences) ? sentences : [];

    public FormState With(string field, string? value)
    {
        _values[field] = value;
        return this;
    }

    public FormState Complain(ValidationResult result)
    {
        foreach (var failure in result.Errors) { Complain(JsonNamingPolicy.CamelCase.ConvertName(failure.PropertyName), failure.ErrorMessage); }
        return this;
    }

    public FormState Complain(string field, string sentence)
    {
        if (!_errors.TryGetValue(field, out var sentences)) { _errors[field] = sentences = []; }
        var typeset = Say.Typeset(sentence);
        if (!sentences.Contains(typeset)) { sentences.Add(typeset); }
        return this;
    }

    public FormState Complain(Rule rule)
    {
        _overall.Add(Say.Typeset(rule.Localized()));
        return this;
    }
}
