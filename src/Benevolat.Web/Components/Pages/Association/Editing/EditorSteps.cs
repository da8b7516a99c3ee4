namespace Benevolat.Web.Components.Pages.Association.Editing;

/// <summary>The steps in which a mission is written, and which step asks for which field.</summary>
internal static class EditorSteps
{
    public const int What = 1;
    public const int When = 2;
    public const int Where = 3;
    public const int Who = 4;
    public const int Welcome = 5;
    public const int Publish = 6;

    private static readonly Dictionary<int, string[]> Fields = new()
    {
        [What] = ["title", "tasks", "description", "domain", "activities", "audiences", "tags"],
        [When] = ["kind", "places", "startsOn", "endsOn", "hoursPerWeek", "hours", "shifts", "scheduleNote"],
        [Where] = ["remote", "addresses"],
        [Who] =
        [
            "prerequisites", "skills", "softSkills", "difficulty", "mandate", "expensesRefunded", "expensesNote", "openToMinors", "reducedMobility", "closeToTransport",
        ],
        [Welcome] = ["welcomerId", "welcome"],
    };

    /// <summary>The step that asks for this field; the first one for a field that none knows.</summary>
    public static int Of(string field) => Fields.FirstOrDefault(step => step.Value.Contains(field)).Key is var step and > 0 ? step : What;

    public static string Address(Guid mission, int step) => step == Publish ? $"/association/missions/{mission}/publier" : $"/association/missions/{mission}/modifier?etape={step}";

    /// <summary>Where the steps ask for what the service complains about.</summary>
    public static string FieldOf(string path) => path switch
    {
        _ when path.StartsWith("addresses[", StringComparison.Ordinal) => path.EndsWith(".street", StringComparison.Ordinal) ? path : $"{path.Split('.')[0]}.place",
        _ when path.StartsWith("shifts[", StringComparison.Ordinal) => path.Replace(".startsAt", ".from", StringComparison.Ordinal).Replace(".endsAt", ".to", StringComparison.Ordinal),
        _ => path.Split('[')[0],
    };
}
