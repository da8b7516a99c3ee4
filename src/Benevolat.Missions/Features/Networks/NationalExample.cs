namespace Benevolat.Missions.Features.Networks;

internal static class NationalExample
{
    public const string Json = """
        { "title": "Servir le petit déjeuner à l'accueil de jour", "description": "<p>De 7 h à 9 h 30, vous servez le café…</p>",
          "domain": "solidarite-insertion", "activities": ["distribution"], "audience": ["personnes-sans-abri"], "softSkills": ["Écoute"], "romeSkills": ["G1605"],
          "remote": "no", "kind": "regular", "type": "benevolat", "startAt": "2027-01-11", "endAt": null, "hours": ["sat-7", "sat-8"], "hoursPerWeek": 2.5,
          "shifts": [], "places": 6, "openToMinors": false, "reducedMobilityAccessible": true, "closeToTransport": true, "expensesRefunded": false,
          "addresses": [{ "street": "8 rue du Bât-d'Argent", "postalCode": "69001", "city": "Lyon", "inseeCode": "69123", "location": { "lat": 45.767, "lon": 4.836 } }],
          "organizationClientId": "org-12", "organizationName": "La Table ouverte", "organizationDescription": "Accueil de jour.",
          "organizationUrl": "https://table-ouverte.example", "organizationRNA": "W691234567", "organizationPostCode": "69001", "organizationCity": "Lyon" }
        """;
}
