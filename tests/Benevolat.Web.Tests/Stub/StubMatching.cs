using Benevolat.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Benevolat.Web.Tests.Stub;

/// <summary>Applications with their threads, and recommendations, in the service's shapes.</summary>
internal static class StubMatching
{
    public static void Map(RouteGroupBuilder api, StubData data)
    {
        Applications(api, data);
        Recommendations(api);
        api.MapGet("/overdue-applications", () => new
        {
            items = new[]
            {
                Overdue(StubCandidacies.All[1], null), Overdue(StubCandidacies.All[0], StubData.Now.AddHours(-2)),
            },
            next = (string?)null,
        });
        api.MapPost("/overdue-applications/{id:guid}/{act:regex(^(taking-up|reminder|alternatives)$)}", () => Results.NoContent());
    }

    private static void Applications(RouteGroupBuilder api, StubData data)
    {
        api.MapGet("/organisations/{id:guid}/applications", (string? turn, string[]? state) => new
        {
            items = data.Applications.Where(one => (turn is null || one.Turn == turn) && (state is not { Length: > 0 } || state.Contains(one.State))),
            next = (string?)null,
        });
        api.MapPost("/missions/{id:guid}/applications", () => Results.Json(data.Applications[0], statusCode: 201));
        api.MapGet("/applications/{id:guid}", (Guid id, HttpContext http) => StubApi.Tagged(http, data.Applications.FirstOrDefault(application => application.Id == id)));
        api.MapPost("/applications/{id:guid}/{answer}", (HttpContext http) => StubApi.Changed(http));
        api.MapPost("/applications/{id:guid}/offer/{answer}", (HttpContext http) => StubApi.Changed(http));
        api.MapGet("/applications/{id:guid}/messages", (Guid id) => new { items = Thread(data.Applications.First(one => one.Id == id)), next = (string?)null });
        api.MapPost("/applications/{id:guid}/messages", () => Results.Json(new ThreadMessage(Guid.CreateVersion7(), "volunteer", "…", false, StubData.Now, true), statusCode: 201));
        api.MapPost("/applications/{id:guid}/participations", () => Results.Json(StubShifts.Mine(null, "present"), statusCode: 201));
        api.MapGet("/applications/{id:guid}/feedback", StubApi.Missing);
        api.MapPut("/applications/{id:guid}/feedback", (HttpContext http) => StubApi.Changed(http));
        api.MapGet("/volunteers/me/applications", () => new { items = data.Applications, next = (string?)null });
        api.MapGet("/missions/{id:guid}/promise", () => new MissionPromise(3, StubData.Now.AddDays(3), new(30, 28, 27, false)));
        api.MapGet("/missions/{id:guid}/waiting-list", () => new { items = new[] { new InLine(StubCandidacies.Id(5), Guid.CreateVersion7(), 1, 1, StubData.Now.AddDays(-2), null) } });
        api.MapGet("/missions/{id:guid}/feedback", () => new FeedbackSummary(
            7, new Dictionary<string, int> { ["yes"] = 5, ["partly"] = 2, ["no"] = 0 }, new Dictionary<string, int> { ["yes"] = 4, ["maybe"] = 3, ["no"] = 0 },
            [new("On est attendu, on sait quoi faire, et les enfants sont drôles.", new(2026, 11, 18))]));
    }

    private static void Recommendations(RouteGroupBuilder api)
    {
        api.MapGet("/volunteers/me/recommendations", (HttpContext http) => Recommended(http, withNear: true));
        api.MapGet("/recommendations", (HttpContext http) => Recommended(http, withNear: false));
        api.MapGet("/missions/{id:guid}/candidates", (HttpContext http) => new
        {
            items = Enumerable.Range(1, 3).Select(rank => new Candidate(new Guid($"0193c000-0000-7000-8000-00000000002{rank}"), 1.5 * rank, 0.9 - (rank * 0.1), Reasons(http), rank == 3)),
        });
        api.MapPost("/missions/{id:guid}/candidates/{volunteer:guid}/invitation", (Guid id, Guid volunteer) =>
            Results.Json(new { id = Guid.CreateVersion7(), volunteerId = volunteer, missionId = id, at = StubData.Now }, statusCode: 201));
        api.MapGet("/organisations/{id:guid}/exposure", () => new Exposure(1_240, 310, new(2026, 10, 24), 0.04));
    }

    /// <summary>What the service says comes in the reader's language.</summary>
    private static string Say(HttpContext http, string french, string english) => http.Request.Headers.AcceptLanguage == "en" ? english : french;

    private static Reason[] Reasons(HttpContext http) =>
    [
        new("hours", 0.36, 0.4, Say(http, "Votre mercredi après-midi tombe juste dans ses horaires.", "Your Wednesday afternoon is within its hours.")),
        new("distance", 0.1, 0.25, Say(http, "C'est à 1,2 km de chez vous.", "It is 1.2 km from your home.")),
        new("causes", 0.2, 0.2, Say(http, "Vous avez choisi l'éducation parmi vos causes.", "You chose education among your causes.")), new("skills", 0, 0.2, "…"),
    ];

    private static object Recommended(HttpContext http, bool withNear) => new
    {
        weightsVersion = 3,
        items = StubMissions.All.Take(5).Select((mission, rank) => new Recommendation(
            Brief(mission, rank), 0.92 - (rank * 0.08), Reasons(http), rank == 1 ? [new("skills", Say(http, "Elle demande d'apprendre à animer un groupe.", "It asks to learn how to lead a group."))] : [])),
        nearMisses = withNear ? StubMissions.All.Skip(2).Take(2).Select((mission, rank) => new NearMiss(
            Brief(mission, rank), [new("distance", Say(http, "Elle est à 18 km ; vous allez jusqu'à 15 km.", "It is 18 km away; you go up to 15 km."))])) : null,
    };

    private static RecommendedMission Brief(Mission mission, int rank) =>
        new(mission.Id, mission.Title!, StubData.OrganisationId, mission.Organisation!.Name, "Villeurbanne", 1.2 + (rank * 2.7), 3, mission.Domain, mission.Kind);

    private static IReadOnlyList<ThreadMessage> Thread(Candidacy candidacy) =>
    [
        new(Guid.CreateVersion7(), "volunteer", candidacy.Message!, false, candidacy.SubmittedAt, true),
        new(Guid.CreateVersion7(), "organisation", "Bonjour ! Pouvez-vous venir mercredi à 13 h 45 ?\nAppelez-moi au ••• si besoin.", true, candidacy.SubmittedAt.AddHours(5), false),
    ];

    private static OverdueCandidacy Overdue(Candidacy candidacy, DateTimeOffset? takenUp) => new(
        candidacy.Id, candidacy.MissionId, candidacy.MissionTitle, candidacy.OrganisationId, candidacy.OrganisationName, candidacy.State, candidacy.SubmittedAt, candidacy.Promise,
        StubData.Now.AddHours(-5), takenUp, false, takenUp is null ? null : StubData.Now.AddHours(-1));
}
