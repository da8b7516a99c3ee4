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
        Assert.Equal(!kind.IsForGuests(), Templates.Text(kind, language, facts).Contains("Camille", StringComparison.Ordinal));
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
        facts["missions"] = new[] { Listed("<script>alert(2)</script>", "<script>alert(3)</script>", "<script>alert(4)</script>") };
        facts["first_name"] = "Camille<img src=x>";
        var html = Templates.Html(kind, Language.Of(code), facts, "<b>");
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_stands_alone_when_the_mission_is_not_known_yet() =>
        Assert.Equal("Nouvelle candidature pour « une mission »", Templates.Subject(NotificationKind.ApplicationSubmitted, Language.French, new Dictionary<string, object?> { ["mission"] = null }));

    [Theory]
    [InlineData("fr", 1, "1 nouvelle mission pour votre recherche", "Une nouvelle mission correspond à une recherche")]
    [InlineData("fr", 3, "3 nouvelles missions pour votre recherche", "3 nouvelles missions correspondent à une recherche")]
    [InlineData("en", 1, "1 new mission for your search", "A new mission fits a search")]
    [InlineData("en", 3, "3 new missions for your search", "3 new missions fit a search")]
    public void One_new_mission_and_several_are_told_in_good_grammar(string code, int count, string subject, string sentence)
    {
        var (facts, language) = (Facts(), Language.Of(code));
        facts["count"] = count;
        Assert.Equal(subject, Templates.Subject(NotificationKind.NewMissions, language, facts));
        Assert.Contains(sentence, Templates.Text(NotificationKind.NewMissions, language, facts), StringComparison.Ordinal);
        Assert.Contains(sentence, Templates.Html(NotificationKind.NewMissions, language, facts, subject), StringComparison.Ordinal);
    }

    [Fact]
    public void Missions_are_listed_with_when_where_and_a_link_and_the_others_are_counted()
    {
        var facts = Facts();
        facts["missions"] = new[]
        {
            Listed("Aide aux devoirs", "le mercredi de 14 h à 16 h", "69003 Lyon"),
            Listed("Maraude", "à convenir", "38000 Grenoble"),
        };
        facts["more"] = Language.French.MoreMissions(2);
        Assert.Equal(
            """
            Bonjour Camille,

            4 nouvelles missions correspondent à une recherche que vous avez enregistrée.

            Aide aux devoirs (Les Lilas)
            Quand (heure de Paris) : le mercredi de 14 h à 16 h ; environ 2 heures par semaine
            Où : 69003 Lyon
            https://site.test/missions/2

            Maraude (Les Lilas)
            Quand (heure de Paris) : à convenir ; environ 2 heures par semaine
            Où : 38000 Grenoble
            https://site.test/missions/2

            … et 2 autres missions, à découvrir sur le site.

            Vos recherches et leurs alertes : https://site.test/candidatures/1
            """, Templates.Text(NotificationKind.NewMissions, Language.French, facts).Split("\n\n--")[0]);
        var html = Templates.Html(NotificationKind.NewMissions, Language.French, facts, "");
        Assert.Contains("… et 2 autres missions, à découvrir", html, StringComparison.Ordinal);
    }

    [Theory, InlineData("fr"), InlineData("en")]
    public void Who_has_no_account_is_offered_no_way_to_stop_what_comes_once(string code)
    {
        var (facts, language) = (Facts(), Language.Of(code));
        facts.Remove("unsubscribe_link");
        facts.Remove("first_name");
        foreach (var text in new[] { Templates.Text(NotificationKind.MemberInvited, language, facts), Templates.Html(NotificationKind.MemberInvited, language, facts, "") })
        {
            Assert.DoesNotContain("recevoir", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Stop", text, StringComparison.Ordinal);
            Assert.Contains("https://site.test/", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("fr", null, "n'a pas accepté votre demande", "Ses missions restent ouvertes")]
    [InlineData("fr", "gestionnaire", "Vous faites partie de l'équipe de Les Lilas", "en tant que gestionnaire")]
    [InlineData("en", null, "did not accept your request", "still open to your help")]
    [InlineData("en", "a manager", "You are part of the team of Les Lilas", "as a manager")]
    public void A_yes_and_a_no_are_told_each_in_its_words(string code, string? role, string subject, string sentence)
    {
        var (facts, language) = (Facts(), Language.Of(code));
        facts["role"] = role;
        Assert.Contains(subject, Templates.Subject(NotificationKind.JoinAnswered, language, facts), StringComparison.Ordinal);
        Assert.Contains(sentence, Templates.Text(NotificationKind.JoinAnswered, language, facts), StringComparison.Ordinal);
        Assert.Contains(sentence, Templates.Html(NotificationKind.JoinAnswered, language, facts, ""), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_beyond_a_list_is_counted_in_good_grammar()
    {
        Assert.Equal(["et une autre mission", "et 2 autres missions"], [Language.French.MoreMissions(1), Language.French.MoreMissions(2)]);
        Assert.Equal(["and one more mission", "and 2 more missions"], [Language.English.MoreMissions(1), Language.English.MoreMissions(2)]);
    }

    [Theory]
    [InlineData("fr", "NoAnswer", "Ce silence ne dit rien de vous", "Voici ce qui vous correspond")]
    [InlineData("fr", "MissionEnded", "a pris fin", "Voici ce qui vous correspond")]
    [InlineData("en", "NoAnswer", "This silence says nothing about you", "This is what suits you")]
    [InlineData("en", "MissionEnded", "has ended", "This is what suits you")]
    public void Alternatives_say_why_they_come(string code, string cause, string why, string introduction)
    {
        var (facts, language) = (Facts(), Language.Of(code));
        facts["decision"] = cause;
        foreach (var text in new[] { Templates.Text(NotificationKind.AlternativesProposed, language, facts), Templates.Html(NotificationKind.AlternativesProposed, language, facts, "") })
        {
            Assert.Contains(why, text, StringComparison.Ordinal);
            Assert.Contains(introduction, text, StringComparison.Ordinal);
            Assert.Contains("https://site.test/missions/2", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("fr", "Et après votre candidature à « Aide aux devoirs » ?", "aucune autre mission ne vous correspond", "https://site.test/missions\n")]
    [InlineData("en", "What next, after your application for “Aide aux devoirs”?", "no other mission suits you", "https://site.test/missions\n")]
    public void Without_alternatives_the_words_stay_kind(string code, string subject, string says, string search)
    {
        var (facts, language) = (Facts(), Language.Of(code));
        (facts["count"], facts["missions"]) = (0, Array.Empty<object>());
        Assert.Equal(subject, Templates.Subject(NotificationKind.AlternativesProposed, language, facts));
        var text = Templates.Text(NotificationKind.AlternativesProposed, language, facts);
        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.Contains(search, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_has_a_name_of_its_own_in_every_language() =>
        Assert.All(Language.All, language => Assert.Equal(
            Enum.GetValues<NotificationKind>().Length, Enum.GetValues<NotificationKind>().Select(kind => KindNames.Of(kind, language)).Distinct().Count()));

    private static Dictionary<string, object?> Facts() => new()
    {
        ["first_name"] = "Camille",
        ["mission"] = "Aide aux devoirs",
        ["organisation"] = "Les Lilas",
        ["slot"] = "mercredi 2 décembre 2026, de 14 h à 16 h",
        ["offer_ends"] = "lundi 30 novembre 2026 à 12 h",
        ["answer_by"] = "jeudi 26 novembre 2026 à 18 h",
        ["when"] = new[] { "le mercredi de 14 h à 16 h" },
        ["where"] = new[] { "12 rue des Lilas, 69003 Lyon" },
        ["expires_on"] = "jeudi 26 novembre 2026",
        ["reason"] = "il ne reste plus de place",
        ["decision"] = "Accepted",
        ["role"] = "gestionnaire",
        ["expires_at"] = "mercredi 9 décembre 2026 à 10 h",
        ["count"] = 4,
        ["missions"] = new[] { Listed("Aide aux devoirs", "le mercredi de 14 h à 16 h", "69003 Lyon") },
        ["link"] = "https://site.test/candidatures/1",
        ["mission_link"] = "https://site.test/missions/1",
        ["origin"] = "https://site.test/",
        ["unsubscribe_link"] = "https://site.test/stop",
    };

    private static Dictionary<string, object?> Listed(string title, string when, string where) => new()
    {
        ["title"] = title,
        ["organisation"] = "Les Lilas",
        ["when"] = new[] { when, "environ 2 heures par semaine" },
        ["where"] = new[] { where },
        ["link"] = "https://site.test/missions/2",
    };
}
