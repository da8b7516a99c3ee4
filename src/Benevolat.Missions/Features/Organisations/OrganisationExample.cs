namespace Benevolat.Missions.Features.Organisations;

/// <summary>The example that registration and editing share.</summary>
internal static class OrganisationExample
{
    public const string Json = """
        { "name": "Le Goût des autres", "purpose": "Repas partagés entre voisins de tous âges.", "rna": "W691234567", "siren": null, "siret": null,
          "courtRegister": null, "website": "https://legout.example",
          "address": { "street": "12 rue Garibaldi", "commune": "Lyon", "communeCode": "69123", "postcode": "69003" } }
        """;
}
