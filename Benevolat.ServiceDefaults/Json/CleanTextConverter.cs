using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benevolat.ServiceDefaults.Json;

/// <summary>Reads text without control characters (tabs and line ends stay): PostgreSQL can't store NUL, and nobody should see the others.</summary>
internal sealed class CleanTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return text is not null && HoldsControlCharacter(text) ? throw new CleanTextException() : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.GetString() is { } name && !HoldsControlCharacter(name) ? name : throw new CleanTextException();

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    public static bool HoldsControlCharacter(string text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character) && character is not ('\t' or '\n' or '\r')) { return true; }
        }

        return false;
    }
}

/// <summary>A text held a control character; the reader adds the path.</summary>
internal sealed class CleanTextException() : JsonException(null);
