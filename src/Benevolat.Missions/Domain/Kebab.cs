using System.Text.Json;

namespace Benevolat.Missions.Domain;

/// <summary>Enums as they are written everywhere outside C#: in the API, in the database, in sentences.</summary>
public static class Kebab
{
    public static string ToKebab<TEnum>(this TEnum value)
        where TEnum : struct, Enum => Names<TEnum>.ByValue[value];

    public static bool TryParse<TEnum>(string? text, out TEnum value)
        where TEnum : struct, Enum => Names<TEnum>.ByText.TryGetValue(text ?? "", out value);

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> ByValue =
            Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, TEnum> ByText = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
