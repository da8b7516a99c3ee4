using Benevolat.Web.Api;
using Benevolat.Web.Text;

namespace Benevolat.Web.Places;

/// <summary>What a typed place came to: the commune meant, and the others it may have been.</summary>
public sealed record PlaceAnswer(PlaceItem? Place, IReadOnlyList<PlaceItem> Others)
{
    public static readonly PlaceAnswer None = new(null, []);
}

/// <summary>Turns the text of a place field into a commune of the gazetteer, without script in the browser.</summary>
internal sealed class PlaceResolver(MissionsApi missions)
{
    private const int Choices = 6;

    /// <param name="text">What the person typed: a commune or a postcode.</param>
    /// <param name="code">The commune they chose among several before, if any.</param>
    public async Task<PlaceAnswer> ResolveAsync(string? text, string? code, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(text)) { return PlaceAnswer.None; }

        return Choose(await missions.PlacesAsync(Cleaned(text), stop), text, code);
    }

    /// <summary>The chosen commune, else the one of exactly this name, else the first that the service proposes.</summary>
    internal static PlaceAnswer Choose(IReadOnlyList<PlaceItem> found, string text, string? code)
    {
        if (found.FirstOrDefault(place => place.Code == code) is { } chosen) { return new(chosen, []); }

        var wanted = Plain(Cleaned(text));
        var same = found.Where(place => Plain(place.Name) == wanted || (place.Postcodes?.Contains(wanted) ?? false)).ToList();
        return same switch
        {
            [var only] => new(only, []),
            [var first, ..] => new(first, [.. same.Skip(1).Take(Choices)]),
            _ => found is [var best, ..] ? new(best, [.. found.Skip(1).Take(Choices)]) : PlaceAnswer.None,
        };
    }

    /// <summary>« Lyon (69) » is how we show a place; people send it back like that.</summary>
    private static string Cleaned(string text) => text.Split('(')[0].Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, 80)] : text.Trim();

    /// <summary>« st etienne » is « Saint-Étienne ».</summary>
    private static string Plain(string text)
    {
        var name = PlainText.Of(text);
        return name.StartsWith("st ", StringComparison.Ordinal) ? $"saint {name[3..]}"
            : name.StartsWith("ste ", StringComparison.Ordinal) ? $"sainte {name[4..]}" : name;
    }
}
