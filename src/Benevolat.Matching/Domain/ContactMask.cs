using System.Text.RegularExpressions;

namespace Benevolat.Matching.Domain;

/// <summary>
/// Hides addresses, telephone numbers and links to messengers until both sides agreed: who wants a first talk outside has to say yes first, and
/// nobody's number ends on lists of people who never met them. Who spells a number out in words gets through; this protects from
/// carelessness, not from intent.
/// </summary>
public static partial class ContactMask
{
    /// <summary>What stands in place of a contact.</summary>
    public const string Hidden = "•••";

    /// <summary>The text without contacts, and whether there were any.</summary>
    public static (string Text, bool Masked) Hide(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var masked = Phone().Replace(Messenger().Replace(Email().Replace(text, Hidden), Hidden), Hidden);
            return (masked, masked != text);
        }
        catch (RegexMatchTimeoutException)
        {
            return (Hidden, true); // what can't be looked through in time isn't shown before both agree
        }
    }

    /// <summary>x@y.fr, and the common ways to write around filters: x (at) y.fr, x arobase y.fr.</summary>
    [GeneratedRegex(@"[\p{L}\d._%+-]+\s?(?:@|[\(\[]\s?(?:at|arobase|a)\s?[\)\]]|\sarobase\s)\s?[\p{L}\d-]+(?:(?:\.|\s?[\(\[]\s?(?:dot|point)\s?[\)\]]\s?)[\p{L}\d-]+)+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 250)]
    private static partial Regex Email();

    /// <summary>Links to messengers, and profiles that one may write to.</summary>
    [GeneratedRegex(@"(?:https?://)?(?:www\.)?(?:wa\.me|t\.me|m\.me|telegram\.me|chat\.whatsapp\.com|api\.whatsapp\.com|signal\.me|discord\.gg|instagram\.com|facebook\.com|linkedin\.com/in)/\S*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 250)]
    private static partial Regex Messenger();

    /// <summary>French numbers however they are spaced (06 12 34 56 78, 06.12…, +33 6…, 0033…), and foreign ones with their prefix.</summary>
    [GeneratedRegex(@"(?<![\d\p{L}])(?:(?:\+|00)\s?\d{1,3}[\s.\-/]?(?:\(0\)[\s.\-/]?)?\d(?:[\s.\-/]{0,2}\d){6,12}|0\s?[1-9](?:[\s.\-/_]{0,2}\d{2}){4})(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 250)]
    private static partial Regex Phone();
}
