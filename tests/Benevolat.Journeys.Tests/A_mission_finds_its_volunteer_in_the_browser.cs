using Benevolat.Journeys.Tests.Setup;
using Benevolat.Local.Running;
using Benevolat.Testing;

namespace Benevolat.Journeys.Tests;

/// <summary>The same journey on the site, without JavaScript: the association at a desk, the volunteer on a phone.</summary>
public sealed class A_mission_finds_its_volunteer_in_the_browser(RunningSystem system)
{
    private const int Desk = 1280;
    private const int Phone = 360;

    [Fact]
    public async Task From_publication_to_an_answered_application()
    {
        await using var browser = await Browser.StartAsync(system);
        var manager = await Visitor.ArriveAsync(system, browser, Desk);
        var moderator = await Visitor.ArriveAsync(system, browser, Desk);
        var volunteer = await Visitor.ArriveAsync(system, browser, Phone);
        var name = $"Les Cahiers du quai {Guid.NewGuid().ToString()[..6]}";
        var title = $"Aider aux devoirs le mercredi {Guid.NewGuid().ToString()[..6]}";

        await RegisterAsync(manager, name);
        await VerifyAsync(moderator, name);
        await PublishAsync(manager, title);
        await FindAsync(volunteer, title);
        await ApplyAsync(volunteer, title);
        await AcceptAsync(manager);

        var mail = await system.System.Mail.Mails.WaitForAsync(
            caught => caught.Recipients.Contains(volunteer.Email) && caught.Headers.GetValueOrDefault("X-Benevolat-Kind") == "application-accepted", Eventually.Patience, "the acceptance");
        Assert.Contains("mercredi", mail.Text);
        await volunteer.OpenAsync("/candidatures");
        await volunteer.PressAsync(title);
        Assert.Contains("C'est oui", await volunteer.TextAsync());

        Assert.Empty(manager.Faults.Concat(moderator.Faults).Concat(volunteer.Faults).Distinct());
    }

    private static async Task RegisterAsync(Visitor manager, string name)
    {
        await manager.SignUpAsync("Nadia", "/association");
        await manager.PressAsync("Inscrire une association");
        await manager.FillAsync(("Nom", name), ("Rue", "3 quai Fulchiron"), ("Commune", "Lyon"));
        await manager.SubmitAsync();
        await manager.FillAsync(("Ce qu'elle fait", "Nous aidons les enfants du quartier à apprendre avec plaisir."));
        await manager.SubmitAsync();
        await manager.PressAsync("Envoyer pour vérification");
        Assert.Matches("/association/[0-9a-f-]{36}", manager.Page.Url);
        Assert.Contains("modérateur", await manager.TextAsync());
    }

    private static async Task VerifyAsync(Visitor moderator, string name)
    {
        await moderator.OpenAsync("/");
        await moderator.SignInAsync("moderator@demo.benevolat.test", Demo.Password, "/moderation");
        var article = moderator.Page.Locator("article", new() { HasText = name });
        while (await article.CountAsync() == 0) { await moderator.PressAsync("Associations suivantes"); }
        await moderator.LeadsOnAsync(() => article.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Vérifier" }).ClickAsync());
        Assert.Equal(0, await article.CountAsync());
    }

    private static async Task PublishAsync(Visitor manager, string title)
    {
        await manager.PressAsync("Écrire une mission");
        await manager.PressAsync("Partir d'une page blanche");
        await manager.FillAsync(
            ("Titre", title),
            ("Description", "Deux heures avec deux enfants de CM2 : lire la consigne, reprendre la leçon, s'entraîner. Il faut de la patience quand l'un d'eux décroche ; la coordinatrice n'est jamais loin."));
        await manager.ChooseAsync("Cause", "Éducation");
        await manager.SubmitAsync();
        await manager.ChooseAsync("Genre d'engagement", "Régulière");
        await manager.FillAsync(("Nombre de bénévoles recherchés", "1"), ("Début", "2026-12-02"), ("Fin", "2027-06-30"), ("Heures par semaine", "2"));
        await manager.TickAsync("mercredi après-midi");
        await manager.SubmitAsync();
        await manager.FillAsync(("Rue", "3 quai Fulchiron"), ("Commune", "Lyon"));
        await manager.SubmitAsync();
        await manager.SubmitAsync();
        await manager.FillAsync(("La première fois", "La coordinatrice vous attend à l'entrée."));
        await manager.SubmitAsync();
        await manager.PressAsync("Publier");
        Assert.Contains("Les bénévoles la voient", await manager.TextAsync());
    }

    private static async Task FindAsync(Visitor volunteer, string title)
    {
        await volunteer.OpenAsync("/");
        await volunteer.FillAsync(("Quoi ?", title), ("Où ?", "Lyon"));
        await volunteer.ChooseAsync("À moins de", "15 km");
        await volunteer.PressAsync("Chercher");
        Assert.Contains("km", await volunteer.TextAsync());
        await volunteer.PressAsync(title);
        Assert.Contains("\"@context\"", await volunteer.Page.Locator("script[type='application/ld+json']").TextContentAsync());
    }

    private static async Task ApplyAsync(Visitor volunteer, string title)
    {
        var mission = new Uri(volunteer.Page.Url).AbsolutePath;
        await volunteer.SignUpAsync("Karim", "/profil");
        await volunteer.FillAsync(("Prénom", "Karim"), ("Votre commune", "Villeurbanne"), ("Combien d'heures", "3"));
        await volunteer.TickAsync("mercredi après-midi");
        await volunteer.TickAsync("Éducation");
        await volunteer.PressAsync("Enregistrer mon profil");
        await Eventually.TrueAsync(async () =>
        {
            await volunteer.Page.GotoAsync("/recommandations");
            return (await volunteer.TextAsync()).Contains(title, StringComparison.Ordinal);
        }, "the mission is recommended");
        await volunteer.OpenAsync("/recommandations");
        Assert.Contains("mercredi", await volunteer.TextAsync());

        await volunteer.OpenAsync(mission.Replace("/missions/", "/postuler/", StringComparison.Ordinal));
        await volunteer.FillAsync(("Votre message", "Bonjour, je suis libre chaque mercredi."));
        await volunteer.PressAsync("Envoyer ma candidature");
        Assert.Contains("au plus tard", await volunteer.TextAsync());
    }

    private static async Task AcceptAsync(Visitor manager)
    {
        await manager.OpenAsync("/association");
        await manager.LeadsOnAsync(() => manager.Page.Locator("main h2 a").First.ClickAsync());
        await manager.PressAsync("Candidatures reçues");
        await manager.PressAsync("Candidature de Karim");
        await manager.PressAsync("Dire que c'est bien reçu");
        await manager.PressAsync("Accepter");
    }
}
