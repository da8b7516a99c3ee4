namespace Benevolat.Missions.Domain.Coaching;

/// <summary>The lists of <c>words.txt</c>, by their names.</summary>
internal static class CoachWords
{
    private static readonly Dictionary<string, List<string>> Lines = Read();

    public static WordList Blame { get; } = List("blame");
    public static WordList Age { get; } = List("age");
    public static WordList Discrimination { get; } = List("discrimination");
    public static WordList Gender { get; } = List("gender");
    public static WordList Seeking { get; } = List("seeking");
    public static WordList Stigma { get; } = List("stigma");
    public static WordList Jargon { get; } = List("jargon");
    public static WordList Acronyms { get; } = List("acronyms");
    public static WordList HiddenJob { get; } = List("hidden-job");
    public static WordList Job { get; } = List("job");
    public static WordList Money { get; } = List("money");
    public static WordList Shorteners { get; } = List("shorteners");
    public static WordList VagueTitle { get; } = List("vague-title");
    public static WordList Time { get; } = List("time");
    public static WordList Reader { get; } = List("reader");
    public static WordList Difficulty { get; } = List("difficulty");
    public static WordList Expenses { get; } = List("expenses");
    public static WordList Welcome { get; } = List("welcome");
    public static WordList WelcomePerson { get; } = List("welcome-person");
    public static WordList FirstTime { get; } = List("first-time");
    public static WordList Transport { get; } = List("transport");
    public static WordList Accessibility { get; } = List("accessibility");
    public static WordList Remote { get; } = List("remote");
    public static WordList OnSite { get; } = List("on-site");
    public static WordList Reason { get; } = List("reason");
    public static WordList Minors { get; } = List("minors");
    public static WordList Safeguard { get; } = List("safeguard");
    public static WordList MandateTime { get; } = List("mandate-time");
    public static WordList MandatePeople { get; } = List("mandate-people");
    public static WordList MandateDecides { get; } = List("mandate-decide");
    public static WordList Verbs { get; } = List("verbs");
    public static WordList NotVerbs { get; } = List("not-verbs");
    public static WordList NotYou { get; } = List("not-you");

    /// <summary>Names of the lists in the file, for the test that looks for forgotten ones.</summary>
    internal static IReadOnlyCollection<string> Names => Lines.Keys;

    private static WordList List(string name) => new(Lines[name]);

    private static Dictionary<string, List<string>> Read()
    {
        using var stream = typeof(CoachWords).Assembly.GetManifestResourceStream("coach-words.txt")!;
        using var reader = new StreamReader(stream);
        var (lists, current) = (new Dictionary<string, List<string>>(StringComparer.Ordinal), new List<string>());
        while (reader.ReadLine() is { } line)
        {
            var entry = line.Split('#')[0].Trim();
            if (entry.StartsWith('[')) { lists.Add(entry.Trim('[', ']'), current = []); }
            else if (entry.Length > 0) { current.Add(entry); }
        }

        return lists;
    }
}
