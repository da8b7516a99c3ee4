namespace Benevolat.Missions.Features.Authoring;

internal static class MissionExample
{
    public const string Json = """
        { "title": "Aider des collégiens à faire leurs devoirs", "description": "Deux soirs par semaine, vous accompagnez trois élèves…",
          "domain": "education", "kind": "regular", "remote": "no", "activities": ["soutien-scolaire"], "audiences": ["jeunes"], "skills": ["pédagogie"],
          "places": 4, "startsOn": "2027-01-11", "endsOn": "2027-06-30", "hours": ["tue-17", "thu-17"], "hoursPerWeek": 2, "shifts": [],
          "addresses": [{ "street": "3 rue Marc-Antoine Petit", "commune": "Lyon", "communeCode": "69123", "postcode": "69002", "coordinates": [4.828, 45.753] }],
          "openToMinors": false, "reducedMobility": true, "closeToTransport": true, "expensesRefunded": false,
          "welcome": "Une première heure en observation avec la coordinatrice.", "tasks": ["Relire les consignes avec l'élève", "Faire chercher plutôt que répondre"],
          "prerequisites": ["Un extrait de casier judiciaire (bulletin n° 3), parce que l'on est avec des mineurs"], "softSkills": ["patience"], "tags": [],
          "difficulty": "Certains soirs, les élèves sont fatigués et n'ont pas envie.", "scheduleNote": "Pas de séance pendant les vacances scolaires.",
          "expensesNote": null, "mandate": null }
        """;
}
