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

    /// <summary>By the framework's own names for them, of which there are few: never by what somebody sent.</summary>
    private static readonly ConcurrentDictionary<string, Type?> Types = new();

    /// <summary>One of an enum's words, as they are written in JSON and in addresses.</summary>
    public static Rule OneOf<TEnum>()
        where TEnum : struct, Enum => OneOf(typeof(TEnum));

    /// <param name="type">As the framework writes it in its messages: <c>System.Nullable`1[System.Int32]</c>, <c>int</c>, or the object's that holds the value.</param>
    /// <param name="member">The field of that object.</param>
    internal static Rule Of(string type, string? member = null)
    {
        if (type.Contains("Collections", StringComparison.Ordinal) || type.EndsWith("[]", StringComparison.Ordinal)) { return List; }

        var named = Types.GetOrAdd(Innermost().Match(type).Value, Find);
        var held = member is null ? null : named?.GetProperty(member, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)?.PropertyType;
        return Of(held ?? named);
    }

    /// <summary>Null when a message named none, or one that we don't know.</summary>
    private static Type? Find(string name) => name.Length == 0 ? null : Keywords.GetValueOrDefault(name)
        ?? AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(name)).FirstOrDefault(known => known is not null);

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
