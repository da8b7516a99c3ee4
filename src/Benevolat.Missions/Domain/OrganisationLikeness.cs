using System.Globalization;
using System.Text;

namespace Benevolat.Missions.Domain;

/// <summary>
/// Whether two organisations may be one. The same number says so at once. Names are alike where, in the same commune (arrondissements
/// count as their city), at least 80 % of their words are the same (twice the words in common over the words of both). Case, accents,
/// punctuation, order, articles, "association" and the commune's own name don't count; in words of five letters and more one letter may
/// be wrong, missing or too many.
/// </summary>
public static class OrganisationLikeness
{
    private const double Alike = 0.8;
    private const int ShortestWithTypo = 5;

    /// <summary>Words that say nothing of which one it is.</summary>
    private static readonly HashSet<string> Empty =
    [
        "l", "d", "le", "la", "les", "un", "une", "des", "du", "de", "a", "au", "aux", "en", "et", "pour", "par", "sur", "dans", "avec",
        "association", "associations", "asso", "assoc", "ass", "loi", "1901", "1908",
    ];

    /// <summary>The strongest reason why two profiles may describe the same organisation; null when nothing says so.</summary>
    public static DuplicateReason? Between(OrganisationProfile one, OrganisationProfile other) =>
        Same(one.Rna, other.Rna) ? DuplicateReason.SameRna
        : Same(one.Siret, other.Siret) ? DuplicateReason.SameSiret
        : Same(one.AnySiren, other.AnySiren) ? DuplicateReason.SameSiren
        : AreNear(one, other) && AreAlike(Words(one.Name, one.Commune), Words(other.Name, other.Commune)) ? DuplicateReason.SimilarName
        : null;

    /// <summary>The words of a name that tell it from others; all of its words where none does.</summary>
    public static IReadOnlyList<string> Words(string name, string? commune)
    {
        var all = Split(name);
        string[] here = [.. Split(commune ?? "").Where(word => !word.All(char.IsAsciiDigit))];
        var telling = all.Where(word => !Empty.Contains(word)).ToList();
        var apart = telling.Where(word => !here.Contains(word)).ToList();
        return apart.Count > 0 ? apart : telling.Count > 0 ? telling : all;
    }

    public static bool AreAlike(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (one.Count == 0 || other.Count == 0) { return false; }

        // Equal words first, so that a near one never takes the place of the right one.
        var (mine, theirs) = (one.ToList(), other.ToList());
        var common = mine.RemoveAll(theirs.Remove) + mine.Count(word => theirs.Remove(theirs.Find(candidate => DifferByOne(word, candidate)) ?? ""));
        return 2.0 * common / (one.Count + other.Count) >= Alike;
    }

    private static bool Same(string? one, string? other) => one is not null && one == other;

    private static bool AreNear(OrganisationProfile one, OrganisationProfile other) =>
        one.CommuneCode is { } here && other.CommuneCode is { } there && (Communes.CityOf(here) ?? here) == (Communes.CityOf(there) ?? there);

    private static bool DifferByOne(string one, string other)
    {
        if (Math.Min(one.Length, other.Length) < ShortestWithTypo || Math.Abs(one.Length - other.Length) > 1) { return false; }

        var same = one.AsSpan().CommonPrefixLength(other);
        var (first, second) = one.Length >= other.Length ? (one[same..], other[same..]) : (other[same..], one[same..]);
        return first.Length == 0 || (first.Length == second.Length ? first[1..] == second[1..] : first[1..] == second);
    }

    private static List<string> Split(string text)
    {
        var plain = new StringBuilder(text.Length);
        var small = text.ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal);
        foreach (var character in small.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character)) { plain.Append(character); }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark) { plain.Append(' '); }
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}

/// <summary>Why two organisations may be one, the strongest reason first.</summary>
public enum DuplicateReason { SameRna, SameSiret, SameSiren, SimilarName }
