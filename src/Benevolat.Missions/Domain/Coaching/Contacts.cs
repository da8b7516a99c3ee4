using System.Text.RegularExpressions;

namespace Benevolat.Missions.Domain.Coaching;

/// <summary>Phone numbers and mail addresses, also those that are spelt to escape machines.</summary>
internal static partial class Contacts
{
    public static IEnumerable<CoachHit> In(CoachedText text) =>
        Mail().Matches(text.Text).Concat(Phone().Matches(text.Text)).OrderBy(match => match.Index).Select(match => new CoachHit(text.Field, match.Value.Trim()));

    [GeneratedRegex(@"[\p{L}\p{N}._+-]+\s?(@|[(\[]\s?(at|arobase|arobas)\s?[)\]])\s?[\p{L}\p{N}-]+((\.|\s?[(\[]\s?(point|dot)\s?[)\]]\s?)[\p{L}\p{N}-]{2,})+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    /// <summary>Ten digits with the same separator throughout, so that a date with an hour is none.</summary>
    [GeneratedRegex(@"(?<![\d.,])((\+|00)\s?(33|262|590|594|596|687|689)\s?(\(0\)\s?)?[1-9]|0[1-9])([ \u00a0\u202f./-]?)\d{2}(\5\d{2}){3}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
