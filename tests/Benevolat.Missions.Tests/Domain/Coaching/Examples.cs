using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Tests.Domain.Coaching;

/// <summary>For each rule, how associations write and how they might instead.</summary>
/// <param name="Bad">What the rule finds something in.</param>
/// <param name="Good">The same, mended.</param>
internal sealed record Example(string Rule, MissionContent Bad, MissionContent Good);

internal static class Examples
{
    private const string Timeless = "Vous aidez trois élèves à comprendre leurs leçons : vous relisez, vous expliquez, vous encouragez. Une salle, des livres, du papier, et chacun avance à son pas.";

    private static readonly ShiftContent Morning = new(Coached.Saturday, Coached.Saturday.AddHours(3), 4);

    public static IReadOnlyList<Example> All { get; } = [.. Titles(), .. Descriptions(), .. Mandates(), .. Times(), .. Places(), .. Welcomes(), .. Honesty(), .. Requirements(), .. Inclusion()];

    private static MissionContent Ready => Coached.Ready;

    private static IEnumerable<Example> Titles()
    {
        yield return Title("title-missing", " ", "Aider des collégiens à faire leurs devoirs");
        yield return Title("title-single-word", "Bénévolat", "Marauder à pied le samedi soir");
        yield return Title("title-single-word", "Maraudes", "Maraudes du samedi");
        yield return Title("title-verb", "Aide aux devoirs pour collégiens", "Aider des collégiens à faire leurs devoirs");
        yield return Title("title-verb", "Atelier cuisine dans le quartier", "Animer l'atelier cuisine du quartier");
        yield return Title("title-verb", "Trésorier de l'association", "Tenir la trésorerie");
        yield return Title("title-verb", "Soirée jeux à l'espace loisir", "Le mercredi, jouer avec les enfants");
        yield return Title("title-organisation", "Servir les repas du Goût des autres", "Servir un repas partagé entre voisins");
        yield return Title("title-organisation", "LE GOUT DES AUTRES : cuisiner le dimanche", "Cuisiner pour le goût des choses");
        yield return Title("title-shouting", "AIDER DES COLLÉGIENS À FAIRE LEURS DEVOIRS", "Aider des collégiens du CDI à faire leurs devoirs");
        yield return Title("title-shouting", "Aider des collégiens, venez !!!", "Animer un atelier de FLE");
        yield return Title("title-vague", "Recherche bénévoles pour aider aux devoirs", "Aider aux devoirs");
        yield return Title("title-vague", "URGENT : servir un repas", "Tenir un accueil d'urgence la nuit");
        yield return Title("title-vague", "Donner un coup de main", "Monter les tables du marché de Noël");
        yield return Title("title-too-long", "Aider des collégiens de sixième et de cinquième du quartier à faire leurs devoirs le mardi", "Aider des collégiens à faire leurs devoirs");
    }

    private static IEnumerable<Example> Descriptions()
    {
        yield return new("description-missing", Ready with { Description = "Aide aux devoirs.", Tasks = [] }, Ready with { Description = "Aide aux devoirs." });
        yield return Text("description-short", "Deux soirs par semaine, vous accompagnez trois élèves, vous relisez et vous expliquez leurs leçons.", Ready.Description);
        yield return new("description-actions", Ready with { Tasks = [], Description = Vague }, Ready with { Tasks = [] });
        yield return new("description-tasks", Ready with { Tasks = ["Être présent"] }, Ready with { Tasks = ["Servir le café", "Débarrasser"] });
        yield return Text("description-copy", $"{Coached.Organisation.Purpose} Venez nous aider !", Ready.Description);
        yield return new("description-readable", Ready.Says(LongSentence), Ready.Says(LongSentence.Replace(" et ", ". Puis ", StringComparison.Ordinal)));
        yield return Text("description-readable", string.Concat(Enumerable.Repeat("Vous aidez un élève. ", 70)), string.Concat(Enumerable.Repeat("Vous aidez un élève.\n", 70)));
        yield return Text("description-reader", Vague, Ready.Description);
        yield return new("activities-missing", Ready with { Activities = [] }, Ready);
        yield return new("audiences-missing", Ready with { Audiences = [] }, Ready);
        yield return new("tasks-many", Ready with { Tasks = ["Accueillir", "Servir", "Ranger", "Compter", "Nettoyer", "Fermer"] }, Ready with { Tasks = ["Accueillir", "Servir", "Ranger", "Compter", "Fermer"] });
        yield return new("blank-left", Ready with { Tasks = ["Servir […] repas", "Ranger"] }, Ready with { Tasks = ["Servir 30 repas", "Ranger [le soir]"] });
        yield return new("blank-left", Ready.Says("On se retrouve [... lieu]."), Ready.Says("On se retrouve... au portail."));
        yield return Title("code-left", "Servir le caf&#233; du matin", "Servir le café & le thé du matin");
        yield return new("code-left", Ready.Says("<p>Venez</p>"), Ready.Says("Plus de 3 < 5, moins de 10 > 7."));
    }

    private const string Vague =
        "L'association met en œuvre des activités variées au profit des familles du quartier, dans un esprit de partage, avec le concours des partenaires locaux. "
        + "Le soutien de la ville en fait une référence depuis des années, et les activités connaissent un grand succès auprès de tous les publics, le mardi comme le jeudi.";

    private const string LongSentence =
        "Vous arrivez à la salle et vous saluez les élèves et vous ouvrez les cahiers et vous relisez les leçons et vous posez des questions et vous écoutez les réponses et vous "
        + "encouragez ceux qui hésitent et vous rangez la salle et vous fermez la porte et vous rentrez à la maison.";

    private static IEnumerable<Example> Mandates()
    {
        var board = Ready with { Kind = MissionKind.Responsibility, Mandate = "Deux ans, une réunion par mois. Signe les paiements et prépare le budget avec la présidente." };
        yield return new("mandate-decides", board with { Mandate = null }, board);
        yield return new("mandate-decides", board with { Mandate = "Deux ans au sein du bureau." }, board);
        yield return new("mandate-duration", board with { Mandate = "Prépare le budget avec la présidente." }, board);
        yield return new("mandate-people", board with { Mandate = "Deux ans ; prépare le budget." }, board);
    }

    private static IEnumerable<Example> Times()
    {
        var unsaid = Ready with { Hours = [], HoursPerWeek = null, ScheduleNote = null, StartsOn = null, EndsOn = null, Description = Timeless, Welcome = "La coordinatrice vous présente les élèves et reste à côté de vous.", Difficulty = "Les élèves sont fatigués." };
        var once = Ready with { Kind = MissionKind.OneOff, Hours = [], HoursPerWeek = null, StartsOn = null, EndsOn = null, Shifts = [Morning] };
        yield return new("time-missing", unsaid, unsaid with { HoursPerWeek = 2 });
        yield return new("time-missing", unsaid, unsaid.Says("Deux heures chaque mardi."));
        yield return new("time-amount", unsaid.Says("Le samedi de 14h à 16h."), unsaid with { ScheduleNote = "Le samedi de 14 h à 16 h" });
        yield return new("time-one-off-date", once with { Shifts = [], ScheduleNote = "Un samedi" }, once);
        yield return new("time-one-off-weekly", Ready with { Kind = MissionKind.OneOff }, Ready);
        yield return new("time-regular-once", Ready with { EndsOn = Ready.StartsOn }, Ready);
        yield return new("time-regular-once", once with { Kind = MissionKind.Regular }, once);
        yield return new("time-one-off-long", Ready with { Kind = MissionKind.OneOff, Hours = [], HoursPerWeek = null }, once);
        yield return new("time-one-off-long", once with { Shifts = [Morning, Later(400)] }, once with { Shifts = [Morning, Later(28)] });
        yield return new("time-shifts-overlap", once with { Shifts = [Morning, Morning with { StartsAt = Morning.StartsAt.AddHours(1) }] }, once with { Shifts = [Morning, Morning with { StartsAt = Morning.EndsAt, EndsAt = Morning.EndsAt.AddHours(1) }] });
        yield return new("time-heavy", Ready with { Hours = [], HoursPerWeek = 10 }, Ready with { Hours = [], HoursPerWeek = 6 });
        yield return new("time-heavy", once with { Shifts = [Morning, Later(1), Later(2), Later(3), Later(4)] }, once with { Shifts = [Morning, Later(1), Later(2), Later(3)] });
        yield return new("time-hours-differ", Ready with { HoursPerWeek = 4 }, Ready with { HoursPerWeek = 2.5m });
        yield return new("time-past", once with { Shifts = [Later(-90), Morning] }, once);
        yield return new("time-past", Ready with { StartsOn = null, EndsOn = Coached.Today.AddDays(-1) }, Ready with { StartsOn = null, EndsOn = Coached.Today });
        yield return new("time-far", Ready with { StartsOn = new DateOnly(2036, 1, 5), EndsOn = null }, Ready);
    }

    private static IEnumerable<Example> Places()
    {
        var far = Ready with { CloseToTransport = false, ExpensesNote = "Rien n'est remboursé pour le moment." };
        yield return new("place-missing", Ready with { Addresses = [] }, Ready with { Addresses = [], Remote = RemoteWork.Full });
        yield return new("place-street", Ready with { Addresses = [Ready.Addresses[0] with { Street = " " }] }, Ready);
        yield return new("place-transport", far, far.Says("Le tram s'arrête devant."));
        yield return new("place-accessibility", Ready with { ReducedMobility = false }, (Ready with { ReducedMobility = false }).Says("La salle est à l'étage, sans ascenseur."));
        yield return new("place-remote", Ready.Says("Vous pouvez tout faire en visio."), (Ready with { Remote = RemoteWork.Possible }).Says("Vous pouvez tout faire en visio."));
        yield return new("place-remote", (Ready with { Remote = RemoteWork.Full, Addresses = [] }).Says("Rendez-vous dans nos locaux."), Ready.Says("Vous passez à distance des nids."));
    }

    private static IEnumerable<Example> Welcomes()
    {
        yield return new("welcome-missing", Ready with { Welcome = null }, Ready);
        yield return new("welcome-person", Ready with { Welcome = "Venez à 16 h 45 la première fois et sonnez au portail vert." }, Ready with { Welcome = "Venez à 16 h 45 et demandez la responsable des bénévoles." });
        yield return new("welcome-first-time", Ready with { Welcome = null, WelcomerId = Given.Owner }, (Ready with { Welcome = null, WelcomerId = Given.Owner }).Says("La première fois, vous regardez."));
        yield return new("welcome-short", Ready with { Welcome = "La présidente vous attend." }, Ready);
        yield return new("places-many", Ready with { Places = 80 }, Ready with { Places = 50 });
    }

    private static IEnumerable<Example> Honesty()
    {
        yield return new("difficulty-missing", Ready with { Difficulty = null }, (Ready with { Difficulty = null }).Says("C'est parfois bruyant."));
        yield return new("expenses-missing", Ready with { ExpensesNote = null }, (Ready with { ExpensesNote = null }).Says("Les frais de route restent à votre charge."));
        yield return new("hidden-job", Ready.Says("Poste en CDI, salaire net de 1 500 €."), Ready.Says("Vous relisez la lettre de ceux qui cherchent un emploi."));
        yield return new("hidden-job", Ready.Says("Mission rémunérée au SMIC."), Ready.Says("Mission non rémunérée, comme tout bénévolat."));
        yield return new("job-words", Ready.Says("Envoyez une lettre de motivation, profil recherché : sérieux."), Ready.Says("Écrivez-nous quelques mots."));
        yield return new("job-words", Ready.Says("Le contrat dure un an."), (Ready with { Domain = MissionDomain.Emploi }).Says("Vous expliquez un contrat à des salariés."));
        yield return new("money-asked", Ready.Says("Une caution à verser de 50 euros."), Ready.Says("La cotisation de 5 euros paie l'assurance ; on peut essayer avant."));
        yield return new("contact-details", Ready.Says("Appelez Nadia au 06 12 34 56 78."), Ready.Says("Rendez-vous le 05.10.2026 14:00, au 12 rue de la Paix, 69002."));
        yield return new("contact-details", Ready.Says("Écrire à contact@asso-devoirs.fr"), Ready.Says("Toustes les ami@s sont bienvenu@s. SIRET 123 456 789 00012."));
        yield return new("contact-details", Ready with { Welcome = "Écrivez à la présidente : contact (arobase) asso (point) fr, elle vous attend." }, Ready);
        yield return new("contact-details", Ready.Says("Tél. : +33 6.12.34.56.78"), Ready.Says("Numéros utiles : 115, 119, 3114 ; il y a 1 200 000 personnes concernées."));
        yield return new("link-hidden", Ready.Says("Tout est sur bit.ly/devoirs"), Ready.Says("Tout est sur https://devoirs.example/benevoles"));
    }

    private static IEnumerable<Example> Requirements()
    {
        var children = Ready with { Description = Timeless, Audiences = ["enfants"], Prerequisites = [], Welcome = "Le portail est vert ; venez à 16 h 45 la première fois, on vous attend." };
        yield return new("prerequisites-unjustified", Ready with { Prerequisites = ["Casier vierge"] }, Ready);
        yield return new("prerequisites-unjustified", Ready with { Prerequisites = ["Permis B"] }, Ready with { Prerequisites = ["Permis B, pour conduire le minibus, et casier demandé à tous"] });
        yield return new("prerequisites-many", Ready with { Skills = ["a", "b", "c", "d", "e", "f", "g"] }, Ready);
        yield return new("minors-at-night", Ready with { OpenToMinors = true, Hours = ["fri-22"] }, Ready with { OpenToMinors = true, Hours = ["fri-20"] });
        yield return new("minors-accompanied", Silent with { OpenToMinors = true }, (Silent with { OpenToMinors = true }).Says("Dès 16 ans, avec l'accord d'un parent."));
        yield return new("children-safe", children, children.Says("On n'est jamais seul avec un enfant."));
    }

    private static MissionContent Silent => Ready with { Prerequisites = ["Une tenue sombre, pour le plateau"] };

    private static IEnumerable<Example> Inclusion()
    {
        yield return new("age", Ready.Says("Nous cherchons une personne jeune et dynamique."), Ready.Says("Les jeunes que vous aidez sont dynamiques."));
        yield return new("age", Ready with { Prerequisites = ["Jeunes retraités bienvenus, car libres en journée"] }, Ready);
        yield return new("discrimination", Ready.Says("Femmes de préférence."), Ready.Says("Les femmes du foyer préfèrent le matin."));
        yield return new("blame", Ready.Says("Cotisation obligatoire de 20 euros."), Ready.Says("La cotisation de 5 euros paie l'assurance ; on peut essayer avant."));
        yield return new("blame", Ready.Says("Présence obligatoire, pas sérieux s'abstenir."), Ready.Says("Prévenez-nous la veille si vous ne pouvez pas venir."));
        yield return new("blame", Ready.Says("Vous devez être ponctuel."), Ready.Says("Les devoirs commencent à 17 h, parce que le gymnase ferme à 19 h."));
        yield return Title("gender", "Accueillir avec une secrétaire", "Accueillir avec une ou un secrétaire");
        yield return new("gender", Ready.Says("Nous recherchons un trésorier pour janvier."), Ready.Says("Nous recherchons un trésorier ou une trésorière pour janvier."));
        yield return new("gender", Ready.Says("On cherche un chauffeur."), Ready.Says("Un chauffeur de l'équipe vous ramène."));
        yield return new("jargon", Ready.Says("Le travail s'inscrit dans une démarche de capacitation."), Ready.Says("Chacun apprend à faire lui-même."));
        yield return new("jargon", Ready.Says("Le CCAS nous prête la salle du QPV."), Ready.Says("Le CCAS (centre communal d'action sociale) prête la salle, ça va ?"));
        yield return new("stigma", Ready.Says("Nous aidons des SDF et des cas sociaux."), Ready.Says("Nous aidons des personnes sans abri."));
        yield return new("shouting", Ready.Says("VENEZ TRÈS NOMBREUX"), Ready.Says("Venez nombreux !"));
        yield return new("shouting", Ready.Says("Venez !!! On vous attend !"), Ready.Says("Le CCAS (centre communal d'action sociale) et la MJC (maison des jeunes)."));
    }

    private static Example Title(string rule, string bad, string good) => new(rule, Ready with { Title = bad }, Ready with { Title = good });

    private static Example Text(string rule, string bad, string good) => new(rule, Ready with { Description = bad }, Ready with { Description = good });

    private static ShiftContent Later(int days) => Morning with { StartsAt = Morning.StartsAt.AddDays(days), EndsAt = Morning.EndsAt.AddDays(days) };
}
