using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using FluentValidation;

namespace Benevolat.Missions.Features;

/// <summary>Ties validators to the domain's rules, so that a sentence is written once.</summary>
internal static class ValidationHelpers
{
    /// <summary>Absent values pass: whether something is required is said apart.</summary>
    public static IRuleBuilderOptions<T, TValue?> Obeys<T, TValue>(this IRuleBuilder<T, TValue?> builder, Rule rule, Func<TValue, bool> holds)
        where TValue : class => builder.Must(value => value is null || holds(value)).WithMessage(_ => rule.Localized());

    /// <inheritdoc cref="Obeys{T, TValue}(IRuleBuilder{T, TValue}, Rule, Func{TValue, bool})"/>
    public static IRuleBuilderOptions<T, TValue?> Obeys<T, TValue>(this IRuleBuilder<T, TValue?> builder, Rule rule, Func<TValue, bool> holds)
        where TValue : struct => builder.Must(value => value is null || holds(value.Value)).WithMessage(_ => rule.Localized());

    /// <summary>The sentence of a domain rule, in the request's language.</summary>
    public static IRuleBuilderOptions<T, TValue> WithRule<T, TValue>(this IRuleBuilderOptions<T, TValue> builder, Rule rule) =>
        builder.WithMessage(_ => rule.Localized());

    /// <summary>At most so many entries.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> AtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> builder, int most) =>
        builder.Must(list => list is null || list.Count <= most)
            .WithMessage(_ => RuleText.InEnglish ? $"At most {most} entries." : $"{most} éléments au plus.");
}
