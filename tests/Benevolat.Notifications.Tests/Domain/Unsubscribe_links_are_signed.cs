using System.Security.Cryptography;
using Benevolat.Notifications.Domain;

namespace Benevolat.Notifications.Tests.Domain;

public class Unsubscribe_links_are_signed
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void A_token_says_who_and_what()
    {
        var account = Guid.CreateVersion7();
        foreach (var kind in Enum.GetValues<NotificationKind>())
        {
            Assert.Equal((account, kind), UnsubscribeToken.Read(Key, UnsubscribeToken.Sign(Key, account, kind)));
        }
    }

    [Fact]
    public void Another_key_or_a_changed_letter_is_refused()
    {
        var token = UnsubscribeToken.Sign(Key, Guid.CreateVersion7(), NotificationKind.ApplicationSubmitted);
        Assert.Null(UnsubscribeToken.Read(RandomNumberGenerator.GetBytes(32), token));
        for (var position = 0; position < token.Length - 1; position++)
        {
            var changed = token.ToCharArray();
            changed[position] = changed[position] == 'A' ? 'B' : 'A';
            Assert.Null(UnsubscribeToken.Read(Key, new string(changed)));
        }
    }

    [Theory, InlineData(""), InlineData("AAAA"), InlineData("not base64 !"), InlineData("é")]
    public void Nonsense_is_refused(string token) => Assert.Null(UnsubscribeToken.Read(Key, token));
}
