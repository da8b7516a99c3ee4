namespace Benevolat.Missions.Domain.Coaching;

/// <summary>What the coach looks at: a mission's text, who offers it, and the day on which it is looked at.</summary>
public sealed class CoachedMission
{
    /// <param name="organisation">Null while nobody knows who will offer it.</param>
    public CoachedMission(MissionContent content, OrganisationProfile? organisation, DateOnly today)
    {
        (Content, Organisation, Today) = (content, organisation, today);
        (Title, Description) = (new CoachedText("title", content.Title), new CoachedText("description", content.Description));
        (Welcome, Mandate) = (new CoachedText("welcome", content.Welcome ?? ""), new CoachedText("mandate", content.Mandate ?? ""));
        Prerequisites = Each("prerequisites", content.Prerequisites);
        Tasks = Each("tasks", content.Tasks);
        Texts =
        [
            Title, Description, .. Tasks, .. Prerequisites, Welcome, Mandate, new CoachedText("difficulty", content.Difficulty ?? ""),
            new CoachedText("scheduleNote", content.ScheduleNote ?? ""), new CoachedText("expensesNote", content.ExpensesNote ?? ""),
            .. Each("softSkills", content.SoftSkills), .. Each("skills", content.Skills), .. Each("tags", content.Tags),
        ];
    }

    public MissionContent Content { get; }
    public OrganisationProfile? Organisation { get; }
    public DateOnly Today { get; }
    internal CoachedText Title { get; }
    internal CoachedText Description { get; }
    internal CoachedText Welcome { get; }
    internal CoachedText Mandate { get; }
    internal IReadOnlyList<CoachedText> Tasks { get; }
    internal IReadOnlyList<CoachedText> Prerequisites { get; }

    /// <summary>Everything that people read.</summary>
    internal IReadOnlyList<CoachedText> Texts { get; }

    /// <summary>Neither a task nor two sentences: no rule about how things are said has anything to go by.</summary>
    internal bool SaysNothing => Content.Description.Trim().Length < DescriptionRules.FewestCharacters && Tasks.Count == 0;

    internal bool Mentions(WordList words) => Texts.Any(words.IsIn);

    internal IEnumerable<WordHit> Find(WordList words) => Texts.SelectMany(words.In);

    private static List<CoachedText> Each(string field, IReadOnlyList<string> texts) =>
        [.. texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => new CoachedText(field, text))];
}
