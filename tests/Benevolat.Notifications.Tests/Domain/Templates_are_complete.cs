using Benevolat.Notifications.Domain;
using Benevolat.Notifications.Domain.Wording;
using Benevolat.Notifications.Mail;

namespace Benevolat.Notifications.Tests.Domain;

public class Templates_are_complete
{
    private static readonly Templates Templates = new();

    public static TheoryData<NotificationKind, string> All => [.. from kind in Enum.GetValues<NotificationKind>() from language in Language.All select (kind, language.Code)];

    [Theory, MemberData(nameof(All))]
    public void Every_kind_has_its_words_in_every_language(NotificationKind kind, string code)
    {
        var language = Language.Of(code);
        var facts = Facts();
        var subject = Templates.Subject(kind, language, facts);
        Assert.NotEmpty(subject);
        Assert.DoesNotContain('\n', subject);
        Assert.Contains("Camille", Templates.Text(kind, language, facts), StringComparison.Ordinal);
        Assert.Contains("https://site.test/stop", Templates.Text(kind, language, facts), StringComparison.Ordinal);
        var html = Templates.Html(kind, language, facts, subject);
        Assert.StartsWith($"<!doctype html>\n<html lang=\"{code}\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", html + subject, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(All))]
    public void Values_never_become_markup(NotificationKind kind, string code)
    {
        var facts = Facts();
        facts["organisation"] = facts["mission"] = "<script>alert(1)</script>";
        facts["first_name"] = "Camille<img src=x>";
        var html = Templates.Html(kind, Language.Of(code), facts, "<b>");
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_stands_alone_when_the_mission_is_not_known_yet() =>
        Assert.Equal("Nouvelle candidature pour « une mission »", Templates.Subject(NotificationKind.ApplicationSubmitted, Language.French, new Dictionary<string, object?> { ["mission"] = null }));

    private static Dictionary<string, object?> Facts() => new()
    {
        ["first_name"] = "Camille",
        ["mission"] = "Aide aux devoirs",
        ["organisation"] = "Les Lilas",
        ["answer_by"] = "jeudi 26 novembre 2026 à 18 h",
        ["when"] = new[] { "le mercredi de 14 h à 16 h" },
        ["where"] = new[] { "12 rue des Lilas, 69003 Lyon" },
        ["reason"] = "il ne reste plus de place",
        ["link"] = "https://site.test/candidatures/1",
        ["mission_link"] = "https://site.test/missions/1",
        ["origin"] = "https://site.test/",
        ["unsubscribe_link"] = "https://site.test/stop",
    };
}
