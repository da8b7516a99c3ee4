namespace Benevolat.Benchmarks.Corpus;

/// <summary>The vocabularies of the national exchange format, with how common each value is.</summary>
internal static class Codes
{
    public static readonly IReadOnlyList<string> Domains =
    [
        "solidarite-insertion", "education", "culture-loisirs", "sport", "sante", "environnement", "vivre-ensemble", "humanitaire",
        "benevolat-competences", "emploi", "animaux", "communication", "numerique", "prevention-protection", "gestion-finance-droit",
        "memoire-et-citoyennete", "autre", "batiment-industrie-logistique", "recherche", "service-public-defense-securite",
    ];

    public static readonly IReadOnlyList<string> Kinds = ["regular", "one-off", "support", "responsibility", "skills-project", "challenge"];

    public static readonly IReadOnlyList<string> Remotes = ["no", "possible", "full"];

    public static readonly IReadOnlyList<string> Audiences =
        ["tous", "enfants", "jeunes", "personnes-agees", "personnes-isolees", "familles", "personnes-handicapees", "personnes-sans-abri", "refugies", "malades"];

    public static readonly IReadOnlyList<string> Activities =
    [
        "soutien-accompagnement", "distribution", "soutien-scolaire", "lutte-contre-isolement", "collecte-de-produits", "animation", "accueil-de-public",
        "ecoute-permanence", "evenementiel", "encadrement-d-equipes", "visites", "communication", "taches-administratives", "sport", "logistique",
        "enseignement-formation", "alphabetisation", "mentorat-parrainage", "responsabilites-associatives", "collecte", "bricolage", "informatique",
        "transmission-pedagogie", "activites-manuelles", "conseil", "comptabilite-finance", "sensibilisation", "ramassage-dechets", "jardinage",
        "secours-aide", "soins-animaux", "gestion-de-projets", "restauration-hotellerie", "art", "preservation-patrimoine", "prevention-sensibilisation",
        "vie-citoyenne", "sante-soins", "recrutement", "juridique", "aide-psychologique", "secourisme", "maintenance-technique",
        "documentation-traduction", "mediation-information", "gestion-entretien-patrimoine", "gestion-recherche-des-partenariats",
        "gestion-ressources-humaines", "animation-valorisation", "sciences-humaines-social", "mission-internationale", "autre", "operations-militaires",
    ];

    /// <summary>ROME codes of skills.</summary>
    public static readonly IReadOnlyList<string> Skills = [.. Enumerable.Range(0, 60).Select(number => $"K{1101 + (number * 7)}")];

    public static readonly AliasTable DomainWeights = AliasTable.Zipf(Domains.Count, 0.8);
    public static readonly AliasTable ActivityWeights = AliasTable.Zipf(Activities.Count, 0.7);
    public static readonly AliasTable AudienceWeights = AliasTable.Zipf(Audiences.Count, 0.6);
    public static readonly AliasTable KindWeights = new([50, 28, 9, 6, 4, 3]);
}
