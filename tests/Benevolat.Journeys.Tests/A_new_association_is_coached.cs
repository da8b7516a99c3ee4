using System.Globalization;
using System.Text.RegularExpressions;
using Benevolat.Journeys.Tests.Setup;
using Benevolat.Local.Running;

namespace Benevolat.Journeys.Tests;

/// <summary>Somebody writes their first mission as first missions are written, then does what the coach says, step by step, without JavaScript.</summary>
public sealed partial class A_new_association_is_coached(RunningSystem system)
{
    private const int Phone = 360;

    [Fact]
    public async Task From_below_forty_to_published_above_eighty_five()
    {
        using var manager = await Someone.SignUpAsync(system, "Nadia");
        using var moderator = await Someone.SignInAsync(system, "moderator@demo.benevolat.test", Demo.Password);
        var organisation = await Steps.RegisterAndVerifyAsync(manager, moderator);
        await using var browser = await Browser.StartAsync(system);
        var visitor = await Visitor.ArriveAsync(system, browser, Phone);
        await visitor.SignInAsync(manager.Email, Someone.Password, $"/association/{organisation}");

        await WriteAsFirstMissionsAreWrittenAsync(visitor);
        var first = await ScoreAsync(visitor);
        Assert.True(first < 40, $"{first}");
        await visitor.PressAsync("6. Relire et publier");
        await visitor.PressAsync("Publier");
        Assert.Contains("n'est pas encore prête", await visitor.TextAsync());

        await MendWhatOneDoesAsync(visitor);
        await MendTheRestAsync(visitor);
        var last = await ScoreAsync(visitor);
        Assert.True(last > 85, $"{last}: {await visitor.TextAsync()}");
        Assert.True(last > first);
        await visitor.PressAsync("Publier");
        Assert.Contains("Les bénévoles la voient", await visitor.TextAsync());
        Assert.Empty(visitor.Faults.Distinct());
    }

    private static async Task WriteAsFirstMissionsAreWrittenAsync(Visitor visitor)
    {
        await visitor.PressAsync("Écrire une mission");
        await visitor.PressAsync("Partir d'une page blanche");
        await visitor.FillAsync(
            ("Titre", "BÉNÉVOLES POUR L'AIDE AUX DEVOIRS !!!"),
            ("Description", "Notre association recherche des bénévoles jeunes et dynamiques pour de l'aide aux devoirs. Présence obligatoire, pas sérieux s'abstenir. Contact : 06 12 34 56 78."));
        await visitor.ChooseAsync("Cause", "Éducation");
        await visitor.SubmitAsync();
    }

    private static async Task MendWhatOneDoesAsync(Visitor visitor)
    {
        await visitor.PressAsync("1. Ce que l'on fait");
        var said = await visitor.TextAsync();
        Assert.Contains("Commencez par le verbe", said);
        Assert.Contains("Retirez « 06 12 34 56 78 »", said);
        await visitor.FillAsync(
            ("Titre", $"Aider des écoliers à faire leurs devoirs {Guid.NewGuid().ToString()[..4]}"),
            ("Tâches", "Relire la leçon avec l'enfant\nFaire réciter\nRanger la salle"),
            ("Description", """
                Le mercredi, vous vous installez à côté de deux ou trois enfants, toujours les mêmes. Vous relisez la leçon avec eux, vous faites réciter les tables, vous jouez dix minutes quand la tête est pleine.
                Vers la fin, on range la salle ensemble et on goûte. La plus jeune a six ans, le plus grand en a onze, et chacun a son coin préféré.
                """));
        await visitor.TickAsync("Soutien scolaire");
        await visitor.TickAsync("Enfants");
        await visitor.SubmitAsync();
    }

    private static async Task MendTheRestAsync(Visitor visitor)
    {
        Assert.Contains("Reportez le temps demandé dans les champs", await visitor.TextAsync());
        await visitor.FillAsync(("Nombre de bénévoles recherchés", "4"), ("Début", "2027-01-06"), ("Fin", "2027-06-30"), ("Heures par semaine", "2"));
        await visitor.TickAsync("mercredi après-midi");
        await visitor.SubmitAsync();

        await visitor.SubmitAsync(); // the place is the association's own

        await visitor.FillAsync(
            ("Conditions", "Un extrait de casier judiciaire, parce que l'on est avec des mineurs"),
            ("Ce qui est moins facile", "Certains arrivent fatigués, et il faut accepter que la page ne soit pas finie."),
            ("Ce qui est remboursé", "Les tickets de bus, sur justificatif."));
        await visitor.TickAsync("Proche des transports");
        await visitor.TickAsync("Accessible aux personnes");
        await visitor.SubmitAsync();

        Assert.Contains("Dites qui accueille", await visitor.TextAsync());
        await visitor.FillAsync(("La première fois", "La première fois, la coordinatrice vous attend à 13 h 45, vous présente aux enfants et reste dans la salle."));
        await visitor.SubmitAsync();
    }

    private static async Task<int> ScoreAsync(Visitor visitor) =>
        int.Parse(Score().Match(await visitor.TextAsync()).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Clarté : (\d+) sur 100")]
    private static partial Regex Score();
}
