namespace Benevolat.Web.Text;

/// <summary>The activities of the national exchange format that a volunteer may be asked for.</summary>
internal static class Activities
{
    public static readonly IReadOnlyList<(string Value, string Label)> All =
    [
        ("accueil-de-public", "Accueil du public"), ("activites-manuelles", "Activités manuelles"), ("alphabetisation", "Alphabétisation"),
        ("animation", "Animation"), ("art", "Art"), ("bricolage", "Bricolage"), ("collecte", "Collecte"), ("communication", "Communication"),
        ("comptabilite-finance", "Comptabilité et finance"), ("conseil", "Conseil"), ("distribution", "Distribution"),
        ("documentation-traduction", "Documentation et traduction"), ("ecoute-permanence", "Écoute et permanence"),
        ("enseignement-formation", "Enseignement et formation"), ("evenementiel", "Événementiel"), ("gestion-de-projets", "Gestion de projets"),
        ("informatique", "Informatique"), ("jardinage", "Jardinage"), ("juridique", "Juridique"), ("logistique", "Logistique"),
        ("lutte-contre-isolement", "Lutte contre l'isolement"), ("maintenance-technique", "Maintenance technique"),
        ("mentorat-parrainage", "Mentorat et parrainage"), ("preservation-patrimoine", "Préservation du patrimoine"),
        ("prevention-sensibilisation", "Prévention et sensibilisation"), ("ramassage-dechets", "Ramassage de déchets"),
        ("recrutement", "Recrutement"), ("responsabilites-associatives", "Responsabilités associatives"),
        ("restauration-hotellerie", "Cuisine et restauration"), ("sante-soins", "Santé et soins"), ("secourisme", "Secourisme"),
        ("soins-animaux", "Soins aux animaux"), ("soutien-accompagnement", "Soutien et accompagnement"), ("soutien-scolaire", "Soutien scolaire"),
        ("sport", "Sport"), ("taches-administratives", "Tâches administratives"), ("visites", "Visites"), ("autre", "Autre"),
    ];
}
