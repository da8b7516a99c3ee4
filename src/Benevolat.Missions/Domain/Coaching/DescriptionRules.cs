using System.Globalization;
using System.Text.RegularExpressions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain.Splitting;
using static Benevolat.Missions.Domain.Coaching.CoachHit;
using static Benevolat.Missions.Domain.Coaching.CoachRule;

namespace Benevolat.Missions.Domain.Coaching;

/// <summary>What one really does, with whom, for whom.</summary>
internal static partial class DescriptionRules
{
    /// <summary>Below this, and without a task, nobody learns what the mission is.</summary>
    public const int FewestCharacters = 80;

    /// <summary>National platforms refuse what is shorter.</summary>
    private const int EnoughCharacters = 300;

    private const int EnoughVerbs = 3;
    private const int EnoughTasks = 2;
    private const int LongestSentence = 45;
    private const int LongestParagraph = 1_200;

    public static IReadOnlyList<CoachRule> All { get; } =
    [
        Blocking("description-missing", CoachPart.Doing, Whole, "description",
            "Décrivez la mission en deux ou trois phrases : ce que l'on fait en arrivant, avec qui, pour qui. Par exemple « À 7 h, vous préparez le café ; "
            + "à 8 h, vous servez trente personnes et vous restez parler avec elles ».",
            "Describe the mission in two or three sentences: what one does on arriving, with whom, for whom. For example “À 7 h, vous préparez le café ; "
            + "à 8 h, vous servez trente personnes et vous restez parler avec elles”.",
            mission => When(mission.SaysNothing)),

        Advice("description-short", CoachPart.Doing, 4, "description",
            "Ajoutez une scène : comment se passe une séance, du début à la fin. En dessous de 300 caractères, plusieurs plateformes refusent la mission.",
            "Add a scene: how a session goes, from beginning to end. Below 300 characters, several platforms refuse the mission.",
            mission => When(!mission.SaysNothing && mission.Content.Description.Trim().Length < EnoughCharacters)),

        Advice("description-actions", CoachPart.Doing, 4, "description",
            "Dites ce que font les mains et les yeux, avec des verbes : « vous épluchez, vous servez, vous écoutez », plutôt que « vous participez aux activités ».",
            "Say what hands and eyes do, with verbs: “vous épluchez, vous servez, vous écoutez”, rather than “vous participez aux activités”.",
            mission => When(!mission.SaysNothing && mission.Tasks.Count < EnoughTasks && VerbsIn(mission.Description) < EnoughVerbs)),

        Advice("description-tasks", CoachPart.Doing, 2, "tasks",
            "Listez deux à cinq tâches, une par ligne, chacune avec un verbe : « Faire réciter les leçons », « Ranger la salle ».",
            "List two to five tasks, one a line, each with a verb: “Faire réciter les leçons”, “Ranger la salle”.",
            mission => When(mission.Tasks.Count < EnoughTasks)),

        Advice("description-copy", CoachPart.Doing, 2, "description",
            "Ce texte reprend la présentation de l'association. Gardez-la sur sa page, et racontez ici ce que fera la personne, dès le premier jour.",
            "This text repeats the organisation's presentation. Keep that on its page, and tell here what the person will do, from the first day on.",
            mission => When(RepeatsThePurpose(mission))),

        Advice("description-readable", CoachPart.Doing, 2, "description",
            "Coupez en phrases plus courtes, et passez à la ligne entre deux idées : on lit sur un téléphone. À couper : « {match} »",
            "Cut it into shorter sentences, and begin a new line between two ideas: people read it on a phone. To cut: “{match}”",
            mission => HardToRead(mission.Description)),

        Advice("description-reader", CoachPart.Doing, 1, "description",
            "Adressez-vous à la personne : « vous servez », « on trie ensemble », plutôt que « notre association met en œuvre ».",
            "Speak to the person: “vous servez”, “on trie ensemble”, rather than “notre association met en œuvre”.",
            mission => When(!mission.SaysNothing && !CoachWords.Reader.IsIn(mission.Description) && !mission.Description.Words.Any(word => FrenchVerbs.IsSaidToYou(word.Folded)))),

        Advice("activities-missing", CoachPart.Doing, 1, "activities",
            "Choisissez au moins une activité, par exemple « soutien scolaire » : c'est par elle que l'on vous trouve.",
            "Choose at least one activity, for example “soutien scolaire”: that is how people find you.",
            mission => When(mission.Content.Activities.Count == 0)),

        Advice("audiences-missing", CoachPart.Doing, 1, "audiences",
            "Dites pour qui : enfants, personnes âgées, tout public… Beaucoup choisissent d'abord avec qui ils seront.",
            "Say for whom: children, elderly people, everybody… Many choose first whom they will be with.",
            mission => When(mission.Content.Audiences.Count == 0)),

        Advice("tasks-many", CoachPart.Doing, 1, "tasks",
            "{match} tâches, c'est plusieurs missions en une : gardez-en cinq, ou partagez-la en missions qui se complètent.",
            "{match} tasks are several missions in one: keep five, or share it out into missions that complete each other.",
            mission => mission.Tasks.Count > Heaviness.MostTasks ? [new CoachHit(Match: mission.Tasks.Count.ToString(CultureInfo.InvariantCulture))] : []),

        Advice("mandate-decides", CoachPart.Doing, 1, "mandate",
            "C'est une responsabilité : dites ce que la personne décide, par exemple « signe les paiements, prépare le budget, vote au conseil ».",
            "This is a responsibility: say what the person decides, for example “signe les paiements, prépare le budget, vote au conseil”.",
            mission => When(Lacks(mission, CoachWords.MandateDecides))),

        Advice("mandate-duration", CoachPart.Doing, 1, "mandate",
            "Dites pour combien de temps on s'engage, et combien d'heures : « deux ans, élue en mars, une réunion par mois ».",
            "Say for how long one commits, and how many hours: “deux ans, élue en mars, une réunion par mois”.",
            mission => When(Lacks(mission, CoachWords.MandateTime))),

        Advice("mandate-people", CoachPart.Doing, 1, "mandate",
            "Dites avec qui on porte cette responsabilité : « avec la présidente et le bureau de cinq personnes ».",
            "Say with whom one carries this responsibility: “avec la présidente et le bureau de cinq personnes”.",
            mission => When(Lacks(mission, CoachWords.MandatePeople))),

        Blocking("blank-left", CoachPart.Doing, 1, "description",
            "Remplacez « {match} », resté du modèle, par ce qui vaut chez vous, ou retirez la phrase.",
            "Replace “{match}”, left from the template, by what is true for you, or remove the sentence.",
            mission => mission.Texts.SelectMany(text => Blank().Matches(text.Text).Select(blank => new CoachHit(text.Field, blank.Value)))),

        Blocking("code-left", CoachPart.Doing, 1, "description",
            "Réécrivez « {match} » en caractères ordinaires : c'est un reste de page web, et les plateformes nationales refusent le texte.",
            "Rewrite “{match}” in ordinary characters: it is left from a web page, and national platforms refuse the text.",
            mission => mission.Texts.SelectMany(text => Code().Matches(text.Text).Select(code => new CoachHit(text.Field, code.Value)))),
    ];

    private static bool Lacks(CoachedMission mission, WordList words) => mission.Content.Kind == MissionKind.Responsibility && !words.IsIn(mission.Mandate);

    private static int VerbsIn(CoachedText text) =>
        text.Words.Select(word => word.Folded).Where(word => FrenchVerbs.IsInfinitive(word) || FrenchVerbs.IsSaidToYou(word)).Distinct().Count();

    /// <summary>Half of the description's runs of five words stand in the organisation's purpose too.</summary>
    private static bool RepeatsThePurpose(CoachedMission mission)
    {
        var (runs, purpose) = (Runs(mission.Description.Words), Runs(FrenchWords.Of(mission.Organisation?.Purpose ?? "")));
        return runs.Count >= 3 && purpose.Count > 0 && 2 * runs.Count(purpose.Contains) >= runs.Count;
    }

    private static HashSet<string> Runs(IReadOnlyList<TextWord> words) =>
        [.. Enumerable.Range(0, Math.Max(0, words.Count - 4)).Select(at => string.Join(' ', words.Skip(at).Take(5).Select(word => word.Folded)))];

    private static IEnumerable<CoachHit> HardToRead(CoachedText text)
    {
        foreach (var sentence in SentenceEnd().Split(text.Text).Select(sentence => sentence.Trim()))
        {
            if (FrenchWords.Of(sentence).Count > LongestSentence) { return [new CoachHit(Match: Beginning(sentence))]; }
        }

        return text.Text.Split('\n').FirstOrDefault(paragraph => paragraph.Length > LongestParagraph) is { } wall ? [new CoachHit(Match: Beginning(wall))] : [];
    }

    private static string Beginning(string text) => text.Length <= 60 ? text : $"{text[..60].TrimEnd()}…";

    [GeneratedRegex(@"\[\s?(…|\.{3})[^\]\n]{0,60}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"&#x?[0-9a-fA-F]{0,8};?|&(amp|nbsp|quot|lt|gt|apos|laquo|raquo|rsquo|[aeiou](grave|acute|circ|uml)|ccedil);|</?(p|br|div|span|b|i|strong|em|ul|li|a)\b[^<>\n]{0,200}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"[.!?…;]+\s|\n", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
