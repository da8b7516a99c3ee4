using Benevolat.Missions.Domain.Coaching;

namespace Benevolat.Missions.Domain;

/// <content>What one isn't taken without.</content>
public sealed partial class Mission
{
    /// <summary>Those of the skills that also stand among the prerequisites, alone or followed by the reason that the coach asks for. Case and accents don't matter.</summary>
    public IReadOnlyList<string> RequiredSkills() => [.. Skills.Where(skill => Prerequisites.Exists(prerequisite => Asks(prerequisite, skill)))];

    /// <summary>“Permis B pour conduire le minibus” asks for the skill “permis B”; “Le permis B est un plus” doesn't: whoever lacks it isn't left out by a guess.</summary>
    private static bool Asks(string prerequisite, string skill)
    {
        var text = new CoachedText("prerequisites", prerequisite);
        var words = FrenchWords.Of(skill).ConvertAll(word => word.Folded);
        return words.Count > 0 && text.Words.Take(words.Count).Select(word => word.Folded).SequenceEqual(words)
            && (text.Words.Count == words.Count || CoachWords.Reason.In(text).Any(reason => reason.At == words.Count));
    }
}
