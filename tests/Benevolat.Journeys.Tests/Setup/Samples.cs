using System.Text.Json.Nodes;
using Benevolat.Local.Running;

namespace Benevolat.Journeys.Tests.Setup;

/// <summary>What people type in these journeys.</summary>
internal static class Samples
{
    public static object Organisation(string name) => new
    {
        name,
        purpose = "Accompagner les enfants du quartier dans leur scolarité, avec leurs familles.",
        address = new { street = "12 rue des Tables-Claudiennes", commune = "Lyon", communeCode = "69123", postcode = "69001" },
    };

    /// <param name="places">How many volunteers are wanted.</param>
    public static object HomeworkHelp(int places, string title = "Aide aux devoirs le mercredi après-midi", string? welcomerId = null) => new
    {
        title,
        description = """
            Chaque mercredi de 14 h à 16 h, vous accompagnez deux enfants de CM1 ou CM2 dans leurs devoirs : lire la consigne ensemble,
            reprendre la leçon, s'entraîner. La coordinatrice vous accueille le premier jour et reste joignable. Le plus difficile : garder
            son calme quand un enfant décroche. Aucune connaissance particulière n'est demandée, de la patience suffit.
            """,
        domain = "education",
        kind = "regular",
        remote = "no",
        activities = new[] { "soutien-scolaire" },
        audiences = new[] { "enfants" },
        skills = new[] { "pédagogie" },
        places,
        startsOn = "2026-12-02",
        endsOn = "2027-06-30",
        hours = new[] { "wed-14", "wed-15" },
        hoursPerWeek = 2,
        shifts = Array.Empty<object>(),
        addresses = new[]
        {
            new { street = "12 rue des Tables-Claudiennes", commune = "Lyon", communeCode = "69123", postcode = "69001", coordinates = new[] { 4.8318, 45.7706 } },
        },
        openToMinors = false,
        reducedMobility = true,
        closeToTransport = true,
        expensesRefunded = false,
        welcomerId,
        welcome = "Sonnez à l'interphone « Accueil », la coordinatrice vient vous chercher.",
    };

    /// <summary>A mission as networks send it: the first one of the demo feed.</summary>
    public static JsonNode NationalMission()
    {
        var feed = Path.Combine(new SystemOptions { Folder = "." }.Repository, "deploy", "local", "demo", "missions.json");
        var mission = JsonNode.Parse(File.ReadAllText(feed))!.AsArray()[0]!.DeepClone().AsObject();
        mission.Remove("clientId"); // it is in the path
        return mission;
    }

    public static object Profile(string firstName) => new
    {
        firstName,
        place = new { commune = "Villeurbanne", communeCode = "69266", postcode = "69100", coordinates = new[] { 4.8904, 45.7667 } },
        radiusKm = 15,
        remote = false,
        hoursPerWeek = 3,
        skills = new[] { "pédagogie" },
        causes = new[] { "education" },
        kinds = new[] { "regular" },
        visibleToOrganisations = true,
    };
}
