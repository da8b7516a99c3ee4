using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Domain.Coaching;

/// <summary>What those who came say of the text. Beside the rules of <see cref="Coach"/>: it depends on people and not on the mission alone, so it costs no points.</summary>
public static class FeedbackAdvice
{
    /// <summary>With fewer answers one of them would stand out.</summary>
    public const int FewestToJudge = 3;

    private static readonly CoachRule NotAsDescribed = new(
        new Rule("feedback.not-as-described",
            "Parmi les personnes venues, une sur trois au moins n'a pas trouvé la mission comme annoncée. Lisez leurs avis, puis corrigez ce qui ne correspond plus : les tâches, les heures, le lieu ou l'accueil.",
            "Of those who came, at least one in three didn't find the mission as described. Read what they say, then mend what no longer holds: the tasks, the hours, the place or the welcome."),
        CoachSeverity.Advice, CoachPart.Honesty, Weight: 0, "description", _ => []);

    /// <returns>Null while too few answered, or most found it as described.</returns>
    public static CoachFinding? Of(FeedbackTally tally) =>
        tally.Answers >= FewestToJudge && tally.Doubts * 3 >= tally.Answers ? new CoachFinding(NotAsDescribed, NotAsDescribed.Field, null, null) : null;
}

/// <summary>How many found a mission as described.</summary>
public sealed record FeedbackTally(int Yes, int Partly, int No)
{
    public int Doubts => Partly + No;

    public int Answers => Yes + Doubts;
}
