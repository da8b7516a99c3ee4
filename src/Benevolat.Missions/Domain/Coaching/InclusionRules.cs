using static Benevolat.Missions.Domain.Coaching.CoachHit;
using static Benevolat.Missions.Domain.Coaching.CoachRule;

namespace Benevolat.Missions.Domain.Coaching;

/// <summary>Words that keep nobody away. They stand in <c>words.txt</c>.</summary>
internal static class InclusionRules
{
    /// <summary>One mark of joy in a text is no shouting.</summary>
    private const int MarksInADescription = 2;

    public static IReadOnlyList<CoachRule> All { get; } =
    [
        Blocking("age", CoachPart.Inclusion, 2, "description",
            "« {match} » écarte des gens sur leur âge. Dites ce que la tâche demande : {instead}.",
            "“{match}” turns people away by their age. Say what the task takes: {instead}.",
            mission => Of(mission.Find(CoachWords.Age))),

        Blocking("discrimination", CoachPart.Inclusion, 2, "description",
            "« {match} » exclut des personnes pour ce qu'elles sont. Écrivez : {instead}.",
            "“{match}” excludes people for what they are. Write: {instead}.",
            mission => Of(mission.Find(CoachWords.Discrimination))),

        Advice("blame", CoachPart.Inclusion, 2, "description",
            "« {match} » met en garde au lieu d'inviter. Écrivez plutôt : {instead}.",
            "“{match}” warns instead of inviting. Rather write: {instead}.",
            mission => Of(mission.Find(CoachWords.Blame))),

        Advice("gender", CoachPart.Inclusion, 1, "description",
            "« {match} » ne s'adresse qu'à la moitié des gens. Écrivez : {instead}.",
            "“{match}” speaks to half of the people only. Write: {instead}.",
            mission => Of(mission.Texts.SelectMany(OneGender))),

        Advice("jargon", CoachPart.Inclusion, 1, "description",
            "« {match} » ne se comprend qu'entre initiés. Écrivez : {instead}.",
            "“{match}” is only understood by insiders. Write: {instead}.",
            mission => Of(mission.Find(CoachWords.Jargon).Concat(mission.Texts.SelectMany(Unexplained)))),

        Advice("stigma", CoachPart.Inclusion, 1, "description",
            "« {match} » peut blesser les personnes dont vous parlez. Écrivez : {instead}.",
            "“{match}” may hurt the people you speak of. Write: {instead}.",
            mission => Of(mission.Find(CoachWords.Stigma))),

        Advice("shouting", CoachPart.Inclusion, 1, "description",
            "Écrivez « {match} » sans majuscules ni points d'exclamation en série : le texte donne l'impression de crier.",
            "Write “{match}” without capitals and rows of exclamation marks: the text seems to shout.",
            mission => Shouting.In(mission.Description, MarksInADescription)),
    ];

    /// <summary>
    /// A form of one gender is only meant as such in a title, or right after a word that seeks somebody; never beside its other form
    /// ("un trésorier ou une trésorière", "un·e").
    /// </summary>
    private static IEnumerable<WordHit> OneGender(CoachedText text)
    {
        if (text.Field is not ("title" or "description" or "prerequisites")) { return []; }

        var sought = CoachWords.Seeking.In(text).Select(hit => hit.At).ToList();
        return CoachWords.Gender.In(text).Where(hit => (text.Field != "description" || sought.Exists(at => IsRightAfter(text, at, hit))) && !HasBothForms(text, hit));
    }

    private static bool IsRightAfter(CoachedText text, int at, WordHit hit) =>
        at < hit.At && hit.At - at <= 4 && !text.Text[text.Words[at].End..text.Words[hit.At].Start].Any(letter => letter is '.' or '!' or '?' or '\n' or '»');

    private static bool HasBothForms(CoachedText text, WordHit hit)
    {
        var other = hit.Text.StartsWith("une ", StringComparison.OrdinalIgnoreCase) ? "un" : "une";
        return text.Words.Skip(hit.At).Take(8).Any(word => word.Folded == other || word.Folded is "e" or "rice" or "euse" or "iere")
            || text.Words.Take(hit.At).TakeLast(4).Any(word => word.Folded == other);
    }

    /// <summary>An acronym is explained by what stands in brackets after it, or before it when itself stands in brackets.</summary>
    private static IEnumerable<WordHit> Unexplained(CoachedText text) => CoachWords.Acronyms.In(text).Where(hit =>
    {
        var (before, after) = (text.Text[..text.Words[hit.At].Start].TrimEnd(), text.Text[text.Words[hit.At].End..].TrimStart());
        return !before.EndsWith('(') && !after.StartsWith('(') && !Says(text, hit.Instead!);
    });

    private static bool Says(CoachedText text, string explanation) => new WordList([explanation.Replace('\'', ' ').Replace('-', ' ')]).IsIn(text);
}
