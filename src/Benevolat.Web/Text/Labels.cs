namespace Benevolat.Web.Text;

/// <summary>The words of the vocabularies: slug on the wire, label on the page. An unknown slug is shown as it is, readable.</summary>
internal static class Labels
{
    public static readonly IReadOnlyList<(string Value, string Label)> Domains =
    [
        ("animaux", "Animaux"), ("batiment-industrie-logistique", "Bâtiment et logistique"), ("benevolat-competences", "Bénévolat de compétences"),
        ("communication", "Communication"), ("culture-loisirs", "Culture et loisirs"), ("education", "Éducation"), ("emploi", "Emploi"),
        ("environnement", "Environnement"), ("gestion-finance-droit", "Gestion, finance, droit"), ("humanitaire", "Humanitaire"),
        ("memoire-et-citoyennete", "Mémoire et citoyenneté"), ("numerique", "Numérique"), ("prevention-protection", "Prévention et protection"),
        ("recherche", "Recherche"), ("sante", "Santé"), ("service-public-defense-securite", "Service public et sécurité"), ("sport", "Sport"),
        ("solidarite-insertion", "Solidarité et insertion"), ("vivre-ensemble", "Vivre ensemble"), ("autre", "Autre"),
    ];

    public static readonly IReadOnlyList<(string Value, string Label)> Kinds =
    [
        ("one-off", "Ponctuelle"), ("regular", "Régulière"), ("support", "Soutien à la vie de l'association"),
        ("responsibility", "Prise de responsabilité"), ("challenge", "Défi"), ("skills-project", "Mission de compétences"),
    ];

    public static readonly IReadOnlyList<(string Value, string Label)> RemoteWork =
        [("no", "Sur place"), ("possible", "Sur place ou à distance"), ("full", "À distance")];

    public static readonly IReadOnlyList<(string Value, string Label)> Audiences =
    [
        ("tout-public", "Tout public"), ("enfants", "Enfants"), ("adolescents", "Adolescents"), ("jeunes", "Jeunes"), ("parents", "Parents"),
        ("seniors", "Personnes âgées"), ("aidants", "Proches aidants"), ("personnes-en-situation-de-handicap", "Personnes handicapées"),
        ("personnes-en-difficulte", "Personnes en difficulté"), ("personnes-isolees", "Personnes isolées"), ("personnes-sans-abri", "Personnes sans abri"),
        ("personnes-malades", "Personnes malades"), ("refugies", "Personnes réfugiées"), ("demandeurs-d-emploi", "Personnes en recherche d'emploi"),
        ("habitants", "Habitants du quartier"), ("associations", "Associations"),
    ];

    /// <summary>How often a saved search writes to its person.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> Alerts =
        [("at-once", "Dès qu'elle paraît"), ("daily", "Une fois par jour"), ("weekly", "Une fois par semaine"), ("never", "Jamais")];

    public static readonly IReadOnlyList<(string Value, string Label)> CandidacyStates =
    [
        ("submitted", "Envoyée"), ("acknowledged", "Bien reçue"), ("in-discussion", "En discussion"), ("accepted", "Acceptée"),
        ("declined", "Non retenue"), ("withdrawn", "Retirée"), ("expired", "Sans réponse"), ("completed", "Mission faite"), ("no-show", "Absence"),
    ];

    public static readonly IReadOnlyList<(string Value, string Label)> MissionStates =
    [
        ("draft", "Brouillon"), ("in-review", "En relecture"), ("published", "Publiée"), ("paused", "En pause"), ("closed", "Close"),
    ];

    public static readonly IReadOnlyList<(string Value, string Label)> OrganisationStates =
        [("draft", "Brouillon"), ("pending", "En vérification"), ("verified", "Vérifiée"), ("suspended", "Suspendue")];

    /// <summary>The associations that moderators look at.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> ModeratedStates =
        [("pending", "À vérifier"), ("verified", "Vérifiées"), ("suspended", "Suspendues")];

    /// <summary>What a moderator should look at twice in an association.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> OrganisationFlags =
    [
        ("rna-with-letters", "Le numéro RNA contient des lettres : il est rare, vérifiez-le"),
        ("rna-in-alsace-moselle", "Un numéro RNA en Alsace-Moselle, où il n'existe pas"), ("no-number", "Aucun numéro officiel"),
        ("number-shared-with-another", "Une autre association a le même numéro"), ("similar-name-nearby", "Un nom semblable dans la même commune"),
        ("identity-changed", "Vérifiée, mais elle a changé de nom ou de numéro depuis : l'ancien est dans « Ce qui s'est passé »"),
    ];

    public static readonly IReadOnlyList<(string Value, string Label)> Roles =
        [("owner", "Responsable"), ("manager", "Gestionnaire"), ("welcomer", "Accueil")];

    /// <summary>Why an association may be one that is here already.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> DuplicateReasons =
    [
        ("same-rna", "Même numéro RNA"), ("same-siret", "Même numéro SIRET"), ("same-siren", "Même numéro SIREN"),
        ("similar-name", "Nom semblable dans la même commune"),
    ];

    public static readonly IReadOnlyList<(string Value, string Label)> CloseReasons =
        [("filled", "Nous avons trouvé assez de bénévoles"), ("done", "La mission est terminée"), ("cancelled", "La mission est annulée")];

    /// <summary>Why a mission is in its state, where that says more than the state.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> StateReasons =
    [
        ("changes-requested", "Un modérateur demande des changements"), ("refused", "Refusée par la modération"), ("reported", "Signalée, la modération la relit"),
        ("organisation-suspended", "L'association est suspendue"), ("reopened", "Rouverte, à mettre à jour avant de la publier"),
        ("filled", "Toutes les places sont prises"), ("done", "La mission est terminée"), ("cancelled", "La mission est annulée"),
        ("expired", "Arrivée à sa fin sans être prolongée"),
    ];

    /// <summary>Who moved a mission from state to state.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> Actors =
        [("member", "L'équipe"), ("moderator", "La modération"), ("network", "Le réseau"), ("system", "Automatiquement")];

    public static readonly IReadOnlyList<(string Value, string Label)> SplitWays =
        [("shifts", "Par créneaux"), ("hours", "Par heures"), ("tasks", "Par tâches")];

    /// <summary>The fields of a mission under the API's names.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> MissionFields =
    [
        ("title", "Titre"), ("tasks", "Tâches"), ("description", "Description"), ("domain", "Cause"), ("activities", "Activités"), ("audiences", "Pour qui"),
        ("tags", "Mots-clés"), ("kind", "Genre d'engagement"), ("places", "Nombre de bénévoles recherchés"), ("startsOn", "Début"), ("endsOn", "Fin"),
        ("hoursPerWeek", "Heures par semaine"), ("hours", "À quels moments de la semaine ?"), ("shifts", "Créneaux datés"),
        ("scheduleNote", "Précisions sur les horaires"), ("remote", "Sur place ou à distance ?"), ("addresses", "Adresses"), ("prerequisites", "Conditions"),
        ("skills", "Savoir-faire utiles"), ("softSkills", "Qualités utiles"), ("difficulty", "Ce qui est moins facile"),
        ("expensesRefunded", "Frais remboursés"), ("expensesNote", "Ce qui est remboursé, et comment"), ("openToMinors", "Ouverte aux mineurs à partir de 16 ans"),
        ("reducedMobility", "Accessible aux personnes à mobilité réduite"), ("closeToTransport", "Proche des transports en commun"),
        ("mandate", "La responsabilité"), ("welcomerId", "Qui accueille"), ("welcome", "La première fois"),
    ];

    public static readonly IReadOnlyList<(string Value, string Label)> DeclineReasons =
    [
        ("no-place-left", "Toutes les places sont prises"), ("requirements-not-fulfilled", "La mission demande autre chose (expérience, horaires, âge…)"),
        ("mission-terminated", "La mission n'a plus lieu"), ("no-response", "La personne ne répond pas"), ("other", "Une autre raison"),
    ];

    /// <summary>What one writes with such a refusal, to begin with.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> DeclineMessages =
    [
        ("no-place-left", "Bonjour, merci pour votre candidature. Toutes les places de cette mission sont prises. Nous gardons votre message et vous écrirons si une place se libère."),
        ("requirements-not-fulfilled", "Bonjour, merci pour votre candidature. Cette mission demande autre chose que ce que vous proposez aujourd'hui ; d'autres missions vous iront mieux."),
        ("mission-terminated", "Bonjour, merci pour votre candidature. La mission n'a finalement plus lieu ; nous sommes désolés de vous décevoir."),
        ("no-response", "Bonjour, nous vous avons écrit sans recevoir de réponse. Nous proposons donc la place à quelqu'un d'autre ; n'hésitez pas à revenir vers nous."),
        ("other", "Bonjour, merci pour votre candidature. Nous ne pouvons pas y donner suite cette fois, et nous vous souhaitons de trouver une mission qui vous va."),
    ];

    public static readonly IReadOnlyList<(string Value, string Label)> Happened = [("true", "Oui, il a eu lieu"), ("false", "Non, il n'a pas eu lieu")];

    public static readonly IReadOnlyList<(string Value, string Label)> AsDescribed =
        [("yes", "Oui, tout à fait"), ("partly", "En partie"), ("no", "Pas du tout")];

    public static readonly IReadOnlyList<(string Value, string Label)> ComeBack =
        [("yes", "Oui, sûrement"), ("maybe", "Peut-être"), ("no", "Plutôt pas")];

    public static readonly IReadOnlyList<(string Value, string Label)> ParticipationStates =
    [
        ("planned", "Prévue"), ("present", "Présence notée"), ("approved", "Heures confirmées"), ("no-show", "Absence notée"), ("cancelled", "Annulée"),
    ];

    /// <summary>The parts of which a match is made.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> MatchParts =
    [
        ("hours", "Horaires"), ("distance", "Éloignement"), ("skills", "Savoir-faire utile"), ("causes", "Causes"), ("kind", "Genre"), ("pathway", "Parcours"),
        ("responsiveness", "Réactivité"), ("feedback", "Avis des bénévoles"),
    ];

    public static readonly IReadOnlyList<(string Value, string Label)> WithdrawReasons =
    [
        ("not-available", "Je ne suis plus disponible"), ("found-another", "J'ai trouvé une autre mission"),
        ("requirements-not-fulfilled", "Finalement, cela ne me correspond pas"), ("no-response", "L'association ne me répond pas"), ("other", "Une autre raison"),
    ];

    /// <summary>Why a moderator refuses a mission.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> RefusalReasons =
    [
        ("not-compliant", "Ce n'est pas du bénévolat, ou la charte l'exclut"), ("content-insufficient", "Le texte ne dit pas assez ce que l'on fait"),
        ("information-insufficient", "Il manque des informations pratiques"), ("date-not-compatible", "Les dates ne conviennent pas"),
        ("already-published", "La mission est déjà publiée"), ("organisation-not-compliant", "L'association ne remplit pas les conditions"),
        ("organisation-already-published", "L'association est déjà inscrite ailleurs"), ("creation-date-too-old", "La mission est trop ancienne"),
        ("other", "Une autre raison"),
    ];

    /// <summary>What a reader says isn't right about a mission.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> ReportReasons =
    [
        ("misleading", "Elle n'est pas telle qu'elle est décrite"), ("hidden-job", "C'est un emploi déguisé"),
        ("discriminatory", "Elle est discriminatoire"), ("dangerous", "Elle est dangereuse"), ("outdated", "Elle n'a plus lieu"),
        ("no-answer", "L'association ne répond pas"), ("spam", "C'est de la publicité"), ("other", "Une autre raison"),
    ];

    /// <summary>What comes of a report.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> ReportOutcomes =
    [
        ("dismissed", "Rien à redire"), ("corrected", "C'est corrigé"), ("mission-paused", "Mettre la mission en pause"),
        ("mission-closed", "Clore la mission"),
    ];

    public static readonly IReadOnlyList<(string Value, string Label)> ReviewDecisions =
        [("accepted", "Publier"), ("changes-requested", "Demander des changements"), ("refused", "Refuser")];

    /// <summary>The label of a slug; what we have no word for is made readable.</summary>
    public static string Of(IReadOnlyList<(string Value, string Label)> vocabulary, string? value)
    {
        foreach (var (known, label) in vocabulary)
        {
            if (string.Equals(known, value, StringComparison.OrdinalIgnoreCase)) { return label; }
        }

        return value is { Length: > 0 } ? $"{char.ToUpperInvariant(value[0])}{value[1..].Replace('-', ' ').Replace('_', ' ')}" : "";
    }
}
