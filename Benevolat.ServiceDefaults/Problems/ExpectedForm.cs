using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.ServiceDefaults.Problems;

/// <summary>What a value that can't be read should look like: a refusal says what to write instead.</summary>
public static partial class ExpectedForm
{
    private const string Code = "request.wrong-type";

    private static readonly Rule Text = new(Code, "Écrivez un texte, entre guillemets.", "Write a text, in quotation marks.");
    private static readonly Rule Whole = new(Code, "Écrivez un nombre entier, par exemple 12.", "Write a whole number, for example 12.");
    private static readonly Rule Number = new(Code, "Écrivez un nombre, par exemple 2.5.", "Write a number, for example 2.5.");
    private static readonly Rule YesOrNo = new(Code, "Écrivez true ou false.", "Write true or false.");
    private static readonly Rule Id = new(Code,
        "Écrivez un identifiant, par exemple 0193d000-0000-7000-8000-000000000001.", "Write an id, for example 0193d000-0000-7000-8000-000000000001.");
    private static readonly Rule Day = new(Code, "Écrivez une date, par exemple 2027-01-11.", "Write a date, for example 2027-01-11.");
    private static readonly Rule Instant = new(Code,
        "Écrivez une date et une heure avec leur fuseau, par exemple 2027-01-11T17:00:00+01:00.",
        "Write a date and a time with their zone, for example 2027-01-11T17:00:00+01:00.");
    private static readonly Rule List = new(Code, "Écrivez une liste : [ … ].", "Write a list: [ … ].");

    private static readonly Dictionary<string, Type> Keywords = new()
    {
        ["string"] = typeof(string),
        ["int"] = typeof(int),
        ["long"] = typeof(long),
        ["double"] = typeof(double),
        ["decimal"] = typeof(decimal),
        ["bool"] = typeof(bool),
        ["Guid"] = typeof(Guid),
        ["DateOnly"] = typeof(DateOnly),
        ["DateTimeOffset"] = typeof(DateTimeOffset),
    };

    private static readonly ConcurrentDictionary<(string, string?), Rule> Found = new();

    /// <summary>One of an enum's words, as they are written in JSON and in addresses.</summary>
    public static Rule OneOf<TEnum>()
        where TEnum : struct, Enum => OneOf(typeof(TEnum));

    /// <param name="type">As the framework writes it in its messages: <c>System.Nullable`1[System.Int32]</c>, <c>int</c>, or the object's that holds the value.</param>
    /// <param name="member">The field of that object.</param>
    internal static Rule Of(string type, string? member = null) => Found.GetOrAdd((type, member), _ => Find(type, member));

    private static Rule Find(string name, string? member)
    {
        if (name.Contains("Collections", StringComparison.Ordinal) || name.EndsWith("[]", StringComparison.Ordinal)) { return List; }

        var innermost = Innermost().Match(name).Value;
        var type = Keywords.GetValueOrDefault(innermost)
            ?? AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(innermost)).FirstOrDefault(known => known is not null);
        var held = member is null ? null : type?.GetProperty(member, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)?.PropertyType;
        return Of(held ?? type);
    }

    private static Rule Of(Type? type)
    {
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            null => HttpRules.WrongType,
            _ when type == typeof(string) => Text,
            _ when type == typeof(int) || type == typeof(long) => Whole,
            _ when type == typeof(double) || type == typeof(decimal) => Number,
            _ when type == typeof(bool) => YesOrNo,
            _ when type == typeof(Guid) => Id,
            _ when type == typeof(DateOnly) => Day,
            _ when type == typeof(DateTimeOffset) => Instant,
            { IsEnum: true } => OneOf(type),
            _ when type.IsAssignableTo(typeof(IEnumerable)) => List,
            _ => HttpRules.WrongType,
        };
    }

    private static Rule OneOf(Type type)
    {
        var words = string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName));
        return new(Code, $"Écrivez l'un de ces mots : {words}.", $"Write one of these words: {words}.");
    }

    [GeneratedRegex("""[A-Za-z_][A-Za-z0-9_.+]*(?=[\]>]*\??$)""")]
    private static partial Regex Innermost();
}
