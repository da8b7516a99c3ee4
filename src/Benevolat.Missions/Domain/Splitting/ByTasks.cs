using Benevolat.Missions.Domain.Coaching;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Domain.Splitting;

/// <summary>Tasks in their order, about three to a part, each with the skills that its tasks speak of.</summary>
internal static class ByTasks
{
    private const int TasksOfAPart = 3;

    /// <summary>Words that begin alike mean the same thing: comptable, comptabilité.</summary>
    private const int CommonBeginning = 5;

    private static readonly Rule Why = new("split.by-tasks",
        "{part} tâches sur {all}, qui vont ensemble : on sait tout de suite ce que l'on vient faire.",
        "{part} of {all} tasks, which belong together: one knows at once what one comes for.");

    public static IEnumerable<SplitPart> Share(MissionContent content)
    {
        var parts = MissionSplit.Cut(content.Tasks, MissionSplit.Pieces(content.Tasks.Count, TasksOfAPart), _ => 1);
        var hours = MissionSplit.Divide(content.HoursPerWeek, [.. parts.Select(part => (decimal)part.Count)]);
        var places = (content.Places + parts.Count - 1) / parts.Count;
        return parts.Select((tasks, number) =>
        {
            IReadOnlyList<string> skills = [.. content.Skills.Where(skill => IsFor(skill, tasks) || !parts.Exists(other => IsFor(skill, other)))];
            return new SplitPart(
                content with { Tasks = tasks, Skills = skills, HoursPerWeek = hours[number], Places = places },
                new Rule("split.task", tasks[0], tasks[0]), Why,
                new Dictionary<string, object> { ["part"] = tasks.Count, ["all"] = content.Tasks.Count },
                new SplitShare(places, content.Shifts, content.Hours, hours[number], tasks, skills));
        });
    }

    private static bool IsFor(string skill, List<string> tasks)
    {
        var beginnings = FrenchWords.Of(skill).Where(word => word.Folded.Length >= CommonBeginning).Select(word => word.Folded[..CommonBeginning]).ToHashSet();
        return tasks.Exists(task => FrenchWords.Of(task).Exists(word => word.Folded.Length >= CommonBeginning && beginnings.Contains(word.Folded[..CommonBeginning])));
    }
}
