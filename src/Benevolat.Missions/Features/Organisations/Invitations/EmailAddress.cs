using System.Text.RegularExpressions;

namespace Benevolat.Missions.Features.Organisations.Invitations;

/// <summary>Plain addresses, as accounts have them: no quoting, no comments, nothing that could end a header or name a second recipient.</summary>
internal static partial class EmailAddress
{
    private const int Longest = 254;

    public static bool IsValid(string text) => text.Trim() is { Length: <= Longest } address && Shape().IsMatch(address);

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9-]{1,63})+\z", RegexOptions.None, 200)]
    private static partial Regex Shape();
}
