using static Benevolat.Missions.Domain.Coaching.CoachHit;
using static Benevolat.Missions.Domain.Coaching.CoachRule;

namespace Benevolat.Missions.Domain.Coaching;

/// <summary>The title: the only line that most people read.</summary>
internal static class TitleRules
{
    private const int LongestReadable = 80;
    private const int WordsBeforeTheVerb = 3;

    private static readonly HashSet<string> Articles = ["l", "le", "la", "les", "un", "une", "de", "du", "des", "d", "association"];

    public static IReadOnlyList<CoachRule> All { get; } =
    [
        Blocking("title-missing", CoachPart.Title, Whole, "title",
            "Donnez un titre qui dit ce que l'on fait, par exemple « Servir le petit déjeuner à l'accueil de jour ».",
            "Give it a title that says what one does, for example “Servir le petit déjeuner à l'accueil de jour”.",
            mission => When(mission.Title.Words.Count == 0)),

        Blocking("title-single-word", CoachPart.Title, 4, "title",
            "« {match} » ne suffit pas : dites en quelques mots ce que l'on fait et pour qui, par exemple « Lire des albums aux petits avant la sortie ».",
            "“{match}” isn't enough: say in a few words what one does and for whom, for example “Lire des albums aux petits avant la sortie”.",
            mission => mission.Title.Words.Count == 1 ? [new CoachHit(Match: mission.Title.Slice(0, 0))] : []),

        Advice("title-verb", CoachPart.Title, 4, "title",
            "Commencez par le verbe de ce que l'on fait : « Servir », « Accompagner », « Réparer »… plutôt que « Aide à » ou « Bénévole pour ».",
            "Begin with the verb of what one does: “Servir”, “Accompagner”, “Réparer”… rather than “Aide à” or “Bénévole pour”.",
            mission => When(mission.Title.Words.Count > 0 && !mission.Title.Words.Take(WordsBeforeTheVerb).Any(word => FrenchVerbs.IsInfinitive(word.Folded)))),

        Advice("title-organisation", CoachPart.Title, 2, "title",
            "Le nom de l'association s'affiche déjà à côté : gardez le titre pour ce que l'on fait, sans « {match} ».",
            "The organisation's name is shown beside it already: keep the title for what one does, without “{match}”.",
            mission => NameIn(mission)),

        Advice("title-shouting", CoachPart.Title, 2, "title",
            "Écrivez en minuscules et sans point d'exclamation : « {match} » donne l'impression de crier.",
            "Write in lower case and without exclamation marks: “{match}” seems to shout.",
            mission => Shouting.In(mission.Title)),

        Advice("title-vague", CoachPart.Title, 2, "title",
            "« {match} » pourrait être n'importe quelle mission. Mettez à la place {instead}.",
            "“{match}” could be any mission. Put instead: {instead}.",
            mission => Of(CoachWords.VagueTitle.In(mission.Title).Take(1))),

        Advice("title-too-long", CoachPart.Title, 1, "title",
            "Raccourcissez à 80 caractères : au-delà, un téléphone coupe le titre. Le lieu et l'horaire ont leurs propres champs.",
            "Shorten it to 80 characters: beyond, a phone cuts the title. Place and time have fields of their own.",
            mission => When(mission.Title.Text.Trim().Length > LongestReadable)),
    ];

    /// <summary>The whole name, articles at its beginning left out, word by word.</summary>
    private static IEnumerable<CoachHit> NameIn(CoachedMission mission)
    {
        var name = FrenchWords.Of(mission.Organisation?.Name ?? "").Select(word => word.Folded).SkipWhile(Articles.Contains).ToList();
        if (!name.Exists(word => word.Length >= 3)) { yield break; }

        for (var at = 0; at + name.Count <= mission.Title.Words.Count; at++)
        {
            if (!name.SequenceEqual(mission.Title.Words.Skip(at).Take(name.Count).Select(word => word.Folded))) { continue; }

            yield return new CoachHit(Match: mission.Title.Slice(at, at + name.Count - 1));
            yield break;
        }
    }
}
