using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Benevolat.Index.Matching.Rules;

/// <summary>Numbers for skills, from 0, whatever their case and accents. Numbers never change; the first spelling is the one that is shown.</summary>
internal sealed class SkillBook
{
    /// <summary>From here on come numbers of <see cref="AskedSkills"/>.</summary>
    public const int FirstUnknown = 1 << 28;

    private readonly ConcurrentDictionary<string, int> _codes = new(StringComparer.Ordinal);
    private int _count;
    private volatile string[] _names = new string[64];

    public static string Fold(string skill)
    {
        var folded = new StringBuilder(skill.Length);
        foreach (var letter in skill.Trim().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark) { folded.Append(char.ToLowerInvariant(letter)); }
        }

        return folded.ToString();
    }

    public string NameOf(int code) => _names[code];

    /// <summary>The number, a new one if need be. Only for the one who writes.</summary>
    public int CodeOf(string skill)
    {
        if (_codes.TryGetValue(skill, out var code)) { return code; }
        var folded = Fold(skill);
        if (!_codes.TryGetValue(folded, out code))
        {
            code = _count++;
            if (code == _names.Length) { _names = [.. _names, .. new string[code]]; }
            _names[code] = skill.Trim();
            _codes[folded] = code;
        }

        return _codes[skill] = code;   // as it is written, too: next time it needs no folding
    }

    /// <summary>The number if it is in use, −1 otherwise.</summary>
    public int Find(string skill) => _codes.TryGetValue(skill, out var code) || _codes.TryGetValue(Fold(skill), out code) ? code : -1;
}
