namespace Benevolat.Web.Tests.Stub;

/// <summary>The search's answer in its shape: « introuvable » finds nothing, « ecirt » is corrected, « piano » is left out.</summary>
internal static class StubSearch
{
    public static object Answer(StubData data, string? q)
    {
        var found = q == "introuvable" ? [] : data.Published.ToList();
        return new
        {
            items = found.Select(StubMissions.Item),
            total = found.Count == 0 ? 0 : 1137,
            facets = new Dictionary<string, object>
            {
                ["domain"] = Counts(
                    ("education", 464), ("solidarite-insertion", 341), ("environnement", 132), ("sport", 90), ("culture-loisirs", 60),
                    ("sante", 22), ("animaux", 12), ("numerique", 9), ("emploi", 4), ("recherche", 3)),
                ["kind"] = Counts(("regular", 688), ("one-off", 449)),
                ["remote"] = Counts(("no", 1020), ("possible", 100), ("full", 17)),
                ["department"] = Counts([.. Departments.Select((code, rank) => (code, 300 / (rank + 1)))]),
                ["activity"] = Counts(("soutien-scolaire", 120), ("jardinage", 40)),
                ["audience"] = Counts(("enfants", 210), ("seniors", 80)),
            },
            next = found.Count == 0 ? null : "apres",
            query = new
            {
                corrected = q == "ecirt public" ? new Dictionary<string, string> { ["ecirt"] = "ecrit" } : [],
                dropped = q == "devoirs piano" ? ["piano"] : Array.Empty<string>(),
            },
        };
    }

    private static readonly string[] Departments =
    [
        "69", "75", "59", "13", "33", "31", "44", "35", "67", "38", "34", "06", "76", "2A", "974", "29", "42", "63", "93", "92", "78",
        "972", "64", "80", "21", "87", "48",
    ];

    private static IEnumerable<object> Counts(params (string Value, int Count)[] counts) =>
        counts.Select(pair => new { value = pair.Value, count = pair.Count });
}
