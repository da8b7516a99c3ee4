using Benevolat.Web.Api;

namespace Benevolat.Web.Tests.Stub;

/// <summary>Missions for the pages to show.</summary>
internal static class StubMissions
{
    private const string Homework = """
        Deux heures chaque mercredi, vous vous asseyez à côté de deux ou trois collégiens, toujours les mêmes, et vous les aidez à comprendre leurs leçons.
        On ne vous demande pas d'être professeur : savoir dire « je ne sais pas, cherchons » est ce qui compte le plus. Les premières fois, Samia reste avec vous.
        Ce qui est moins facile : certains jours, ils sont fatigués et n'ont pas envie. On apprend à faire avec, et l'équipe en parle après chaque séance.
        """;

    public static readonly IReadOnlyList<Mission> All =
    [
        Mission(1, "Aider des collégiens à faire leurs devoirs", "education", "regular", Homework) with
        {
            Hours = ["wed-14", "wed-15"], HoursPerWeek = 2, StartsOn = new(2026, 12, 2), EndsOn = new(2027, 6, 30), Activities = ["soutien-scolaire", "mentorat-parrainage", "tutorat-de-rue"],
            Audiences = ["enfants"], Skills = ["patience", "mathématiques"], OpenToMinors = true, ReducedMobility = true, CloseToTransport = true,
            Welcome = "Samia vous attend à 13 h 45 devant le local, vous présente l'équipe et reste avec vous les deux premières fois.",
        },
        Mission(2, "Servir la soupe et parler un peu, un samedi soir à Perrache", "solidarite-insertion", "one-off", Homework) with
        {
            Shifts = [new(new(2026, 12, 5, 17, 0, 0, TimeSpan.Zero), new(2026, 12, 5, 20, 30, 0, TimeSpan.Zero), 4), new(new(2026, 12, 12, 17, 0, 0, TimeSpan.Zero), new(2026, 12, 12, 20, 30, 0, TimeSpan.Zero), 4)],
        },
        Mission(3, "Planter une haie de quatre cents arbustes avec les voisins", "environnement", "one-off", Homework) with { StartsOn = new(2026, 12, 1) },
        Mission(4, "Tenir la trésorerie d'un jardin partagé", "gestion-finance-droit", "responsibility", Homework) with { Remote = "possible" },
        Mission(5, "Traduire des courriers administratifs de l'arabe ou du dari, de chez vous", "solidarite-insertion", "regular", Homework) with { Remote = "full", Addresses = [] },
        Mission(6, "Relire les statuts", "gestion-finance-droit", "support", Homework) with { State = "draft" },
    ];

    public static MissionItem Item(Mission mission) => new(
        mission.Id, mission.Title!, mission.Description!.Split('\n')[0], mission.Organisation, mission.Domain, mission.Kind, mission.Remote,
        mission.Remote == "full" ? null : new("Villeurbanne", "69100", "69", [4.88, 45.77]), mission.Remote == "full" ? null : 3.24, mission.PlacesLeft, mission.StartsOn, mission.PublishedAt);

    private static Mission Mission(int number, string title, string domain, string kind, string description) => new()
    {
        Id = new Guid($"0193d000-0000-7000-8000-00000000000{number}"),
        Title = title,
        Description = description,
        Domain = domain,
        Kind = kind,
        Remote = "no",
        Places = 4,
        PlacesLeft = 3,
        Organisation = new(StubData.OrganisationId, "Les Passerelles du Rhône", true),
        State = "published",
        PublishedAt = StubData.Now.AddDays(-3),
        Version = 3,
        Addresses = [new("12 rue des Tisserands", "Villeurbanne", "69266", "69100", [4.88, 45.77])],
    };
}
