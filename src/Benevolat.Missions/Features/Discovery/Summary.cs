namespace Benevolat.Missions.Features.Discovery;

/// <summary>The beginning of a description, cut between words.</summary>
public static class Summary
{
    public const int Longest = 200;

    public static string Of(string description)
    {
        var line = string.Join(' ', description.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Longest) { return line; }

        var end = line.LastIndexOf(' ', Longest);
        // A text without spaces is cut anywhere but inside a character of two.
        if (end <= Longest / 2) { end = char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest; }
        return $"{line[..end].TrimEnd(',', ';', ':', '.')}…";
    }
}
