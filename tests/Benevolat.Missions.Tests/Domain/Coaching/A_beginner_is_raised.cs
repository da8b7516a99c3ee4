using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Domain.Coaching;

namespace Benevolat.Missions.Tests.Domain.Coaching;

/// <summary>A first mission as it comes, and what becomes of it when one does what the coach says, one thing after the other.</summary>
public sealed class A_beginner_is_raised
{
    private static readonly OrganisationProfile PetitsCahiers = Given.Profile with { Name = "Les Petits Cahiers", Purpose = "Aide aux devoirs et soutien scolaire pour les enfants du quartier." };

    private static readonly MissionContent First = new(
        "BÉNÉVOLES POUR LES PETITS CAHIERS !!!",
        "Notre association recherche des bénévoles jeunes et dynamiques pour de l'aide aux devoirs. Présence obligatoire, pas sérieux s'abstenir. Contact : 06 12 34 56 78.",
        MissionDomain.Education, MissionKind.Regular, RemoteWork.No, [], [], [], Places: 5, null, null, [], null, [],
        [new AddressContent(null, "Lyon", "69123", "69002", 4.828, 45.753)], false, false, false, false, null, null);

    private static readonly (string Heard, Func<MissionContent, MissionContent> Mend)[] Steps =
    [
        ("title-verb", mission => mission with { Title = "Aider des écoliers à faire leurs devoirs" }),
        ("time-missing", mission => mission with { Hours = ["wed-14", "wed-15"], HoursPerWeek = 2, StartsOn = new DateOnly(2027, 1, 6), EndsOn = new DateOnly(2027, 6, 30) }),
        ("contact-details", mission => mission with { Description = "Notre association recherche des bénévoles jeunes et dynamiques pour de l'aide aux devoirs. Présence obligatoire, pas sérieux s'abstenir." }),
        ("age", mission => mission with { Description = "Notre association recherche des bénévoles pour de l'aide aux devoirs. Présence obligatoire, pas sérieux s'abstenir." }),
        ("description-actions", mission => mission with
        {
            Description = "Le mercredi, vous vous installez à côté de deux ou trois enfants, toujours les mêmes. Vous relisez la leçon avec eux, vous faites réciter les tables, "
                + "vous jouez dix minutes quand la tête est pleine.\nVers la fin, on range la salle ensemble et on goûte. La plus jeune a six ans, le plus grand en a onze, et chacun a son coin préféré.",
        }),
        ("welcome-missing", mission => mission with { Welcome = "La première fois, la coordinatrice vous attend à 13 h 45, vous présente aux enfants et reste dans la salle." }),
        ("difficulty-missing", mission => mission with { Difficulty = "Certains arrivent fatigués, et il faut accepter que la page ne soit pas finie." }),
        ("description-tasks", mission => mission with { Tasks = ["Relire la leçon avec l'enfant", "Faire réciter", "Ranger la salle"] }),
        ("place-street", mission => mission with { Addresses = [mission.Addresses[0] with { Street = "3 rue Marc-Antoine Petit" }], CloseToTransport = true }),
    ];

    [Fact]
    public void From_below_forty_to_above_eighty_five()
    {
        var (mission, report) = (First, Look(First));
        Assert.True(report.Score < 40, $"{report.Score}");
        Assert.NotEmpty(report.Blocking);

        foreach (var (heard, mend) in Steps)
        {
            Assert.Contains($"coach.{heard}", report.Findings.Select(finding => finding.Rule.Code));
            var (before, after) = (report, Look(mission = mend(mission)));
            Assert.True(after.Score > before.Score, $"{heard}: {before.Score} → {after.Score}");
            Assert.DoesNotContain($"coach.{heard}", after.Findings.Select(finding => finding.Rule.Code));
            report = after;
        }

        Assert.True(report.Score > 85, $"{report.Score}");
        Assert.Empty(report.Blocking);
    }

    private static CoachReport Look(MissionContent content) => Coached.Look(content, PetitsCahiers);
}
