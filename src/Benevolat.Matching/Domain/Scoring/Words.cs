using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Matching.Domain.Scoring;

/// <summary>French and English words for the vocabularies, as they stand inside a sentence.</summary>
public static class Words
{
    private static readonly string[] DaysFr = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    private static readonly string[] DaysEn = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly Dictionary<MissionDomain, (string French, string English)> Domains = new()
    {
        [MissionDomain.Animaux] = ("les animaux", "animals"),
        [MissionDomain.Autre] = ("une autre cause", "another cause"),
        [MissionDomain.BatimentIndustrieLogistique] = ("le bâtiment, l'industrie et la logistique", "building, industry and logistics"),
        [MissionDomain.BenevolatCompetences] = ("le bénévolat de compétences", "skills-based volunteering"),
        [MissionDomain.Communication] = ("la communication", "communication"),
        [MissionDomain.CultureLoisirs] = ("la culture et les loisirs", "culture and leisure"),
        [MissionDomain.Education] = ("l'éducation", "education"),
        [MissionDomain.Emploi] = ("l'emploi", "employment"),
        [MissionDomain.Environnement] = ("l'environnement", "the environment"),
        [MissionDomain.GestionFinanceDroit] = ("la gestion, la finance et le droit", "management, finance and law"),
        [MissionDomain.Humanitaire] = ("l'humanitaire", "humanitarian aid"),
        [MissionDomain.MemoireEtCitoyennete] = ("la mémoire et la citoyenneté", "remembrance and citizenship"),
        [MissionDomain.Numerique] = ("le numérique", "digital technology"),
        [MissionDomain.PreventionProtection] = ("la prévention et la protection", "prevention and protection"),
        [MissionDomain.Recherche] = ("la recherche", "research"),
        [MissionDomain.Sante] = ("la santé", "health"),
        [MissionDomain.ServicePublicDefenseSecurite] = ("le service public, la défense et la sécurité", "public service, defence and security"),
        [MissionDomain.Sport] = ("le sport", "sport"),
        [MissionDomain.SolidariteInsertion] = ("la solidarité et l'insertion", "solidarity and inclusion"),
        [MissionDomain.VivreEnsemble] = ("le vivre-ensemble", "living together"),
    };

    public static string Of(MissionDomain domain, bool english)
    {
        var (french, inEnglish) = Domains[domain];
        return english ? inEnglish : french;
    }

    public static string Of(MissionKind kind, bool english) => kind switch
    {
        MissionKind.OneOff => english ? "a one-off mission" : "une mission ponctuelle",
        MissionKind.Regular => english ? "a regular mission" : "une mission régulière",
        MissionKind.Support => english ? "a supporting role" : "une mission d'appui",
        MissionKind.Responsibility => english ? "a responsibility" : "une responsabilité",
        MissionKind.Challenge => english ? "a challenge" : "un défi",
        MissionKind.SkillsProject => english ? "a skills project" : "une mission de compétences",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No words for this kind."),
    };

    public static string Of(WeekWindow window, bool english) => (window.Part, english) switch
    {
        (DayPart.Night, false) => $"le {DaysFr[window.Day]} avant 6 h",
        (DayPart.Morning, false) => $"le {DaysFr[window.Day]} matin",
        (DayPart.Afternoon, false) => $"le {DaysFr[window.Day]} après-midi",
        (_, false) => $"le {DaysFr[window.Day]} soir",
        (DayPart.Night, true) => $"on {DaysEn[window.Day]}s before 6 am",
        (DayPart.Morning, true) => $"on {DaysEn[window.Day]} mornings",
        (DayPart.Afternoon, true) => $"on {DaysEn[window.Day]} afternoons",
        (_, true) => $"on {DaysEn[window.Day]} evenings",
    };

    /// <summary>à Lyon, au Havre, aux Abymes.</summary>
    public static string At(string commune) => commune switch
    {
        ['L', 'e', ' ', .. var rest] => $"au {rest}",
        ['L', 'e', 's', ' ', .. var rest] => $"aux {rest}",
        _ => $"à {commune}",
    };

    /// <summary>a, b et c.</summary>
    public static string List(IEnumerable<string> items, bool english)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {(english ? "and" : "et")} {all[^1]}";
    }
}
