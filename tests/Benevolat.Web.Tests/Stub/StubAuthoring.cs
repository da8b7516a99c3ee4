using System.Text.Json;
using Benevolat.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Benevolat.Web.Tests.Stub;

/// <summary>A coach of three rules, two templates, and a split in two.</summary>
internal static class StubAuthoring
{
    public const string TitleAdvice = "Commencez par le verbe de ce que l'on fait.";
    public const string TimeMissing = "Dites combien de temps cela prend.";

    private static readonly MissionInput Homework = new()
    {
        Title = "Aider des enfants à faire leurs devoirs",
        Description = "Le […] à […] h, vous vous asseyez à côté de deux élèves.",
        Domain = "education",
        Kind = "regular",
        Tasks = ["Relire l'énoncé avec l'élève", "Faire réciter"],
        Difficulty = "Certains soirs, ils sont fatigués.",
        HoursPerWeek = 2,
        Places = 4,
    };

    public static void Map(RouteGroupBuilder api, StubData data)
    {
        api.MapPost("/missions/coaching", (JsonElement mission) => Look(Text(mission, "title"), mission.TryGetProperty("hoursPerWeek", out var hours) && hours.ValueKind == JsonValueKind.Number, []));
        api.MapGet("/missions/{id:guid}/coaching", (Guid id) => Look(data.Missions[id].Title, data.Missions[id].HoursPerWeek is not null, data.Missions[id].Shifts));
        api.MapGet("/mission-templates", (string? domain) => new { items = Templates().Where(template => domain is null || template.Domain == domain), next = (string?)null });
        api.MapGet("/mission-templates/aide-aux-devoirs", () => new FullTemplate("Aide aux devoirs", Homework));
        api.MapPost("/missions/{id:guid}/duplicate", (Guid id) => Results.Json(data.Missions[id] with { Id = StubMissions.All[5].Id, State = "draft" }, statusCode: 201));
        api.MapGet("/missions/{id:guid}/history", () => new { items = History() });
        api.MapGet("/missions/{id:guid}/split", (Guid id, string? by) => new SplitProposal(by ?? "shifts", ["shifts", "hours"],
            [new(data.Missions[id].Written() with { Places = 2 }, "les créneaux de décembre", "Elle prend un créneau sur deux."), new(data.Missions[id].Written(), "le reste", "Elle prend l'autre.")]));
        api.MapPost("/missions/{id:guid}/split", () => Results.Json(new { items = data.Missions.Values.Take(2) }, statusCode: 201));
    }

    private static MissionTemplate[] Templates() =>
    [
        new(null, "aide-aux-devoirs", null, "education", "Aide aux devoirs", "regular", Homework.Title),
        new(new Guid("0193a000-0000-7000-8000-00000000000a"), "collecte", "reseau-solidaire", "solidarite-insertion", "Collecte devant un magasin", "one-off", "Collecter devant […]"),
    ];

    private static MissionStep[] History() =>
        [new(null, "draft", "member", StubData.Now.AddDays(-5), null, null, null), new("draft", "published", "system", StubData.Now.AddDays(-3), null, null, null)];

    private static Coaching Look(string? title, bool hasTime, IReadOnlyList<Shift> shifts)
    {
        List<CoachingFinding> findings = [];
        if (!hasTime && shifts.Count == 0) { findings.Add(new("coach.time-missing", "blocking", "hoursPerWeek", TimeMissing, null)); }
        if (title?.StartsWith("Aider", StringComparison.Ordinal) != true) { findings.Add(new("coach.title-verb", "advice", "title", TitleAdvice, null)); }
        if (title?.Contains('!', StringComparison.Ordinal) == true) { findings.Add(new("coach.title-shouting", "blocking", "title", "Sans point d'exclamation.", "!")); }
        if (shifts.Count > 1) { findings.Add(new("coach.time-heavy", "advice", "shifts", "C'est beaucoup pour une personne.", null)); }
        return new Coaching(90 - (15 * findings.Count), [new("title", "Le titre", 11, 15), new("time", "Le temps demandé", 4, 14)], findings);
    }

    private static string? Text(JsonElement mission, string name) => mission.TryGetProperty(name, out var text) ? text.GetString() : null;
}
