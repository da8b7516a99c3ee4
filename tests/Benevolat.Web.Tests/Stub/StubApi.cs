using Benevolat.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Benevolat.Web.Tests.Stub;

/// <summary>The services' REST shapes over a little data.</summary>
internal static class StubApi
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    public static void Map(RouteGroupBuilder api, StubData data)
    {
        api.MapGet("/missions", (string? q) => StubSearch.Answer(data, q));
        api.MapGet("/missions.geojson", (string bbox, int zoom) => StubMap.Answer(data, bbox, zoom));
        api.MapGet("/missions/{id:guid}/similar", (Guid id) => new { items = data.Published.Where(mission => mission.Id != id).Select(StubMissions.Item) });
        api.MapGet("/places", (string q, int? limit) => new { items = data.Places.Where(place => place.Answers(q)).Take(limit ?? 10) });
        api.MapGet("/saved-searches", () => new { items = data.SavedSearches });
        api.MapPost("/saved-searches", () => Results.Json(data.SavedSearches[0], statusCode: 201));
        api.MapGet("/saved-searches/{id:guid}", (Guid id, HttpContext http) => Tagged(http, data.SavedSearches.FirstOrDefault(one => one.Id == id)));
        api.MapPut("/saved-searches/{id:guid}", (HttpContext http) => Changed(http));
        api.MapDelete("/saved-searches/{id:guid}", () => Results.NoContent());
        api.MapGet("/missions/{id:guid}", (Guid id, HttpContext http) => Tagged(http, data.Missions.GetValueOrDefault(id)));
        api.MapPut("/missions/{id:guid}", (HttpContext http) => Changed(http));
        api.MapPost("/missions/{id:guid}/{transition:regex(^(submission|publication|pause|closure|renewal|reopening)$)}", (HttpContext http) => Changed(http));
        api.MapGet("/organisations/mine", () => new { items = data.Mine, next = (string?)null });
        api.MapPost("/organisations", () => Results.Json(data.Draft, statusCode: 201));
        api.MapGet("/organisations/{id:guid}", (Guid id) => id == data.Organisation.Id ? Results.Json(data.Organisation) : id == data.Draft.Id ? Results.Json(data.Draft) : Missing());
        api.MapGet("/organisations/{id:guid}/logo", () => Results.File(Convert.FromBase64String(Dot), "image/png"));
        api.MapGet("/organisations/{id:guid}/missions", () => new { items = data.Missions.Values.Take(4), next = (string?)null });
        api.MapPost("/organisations/{id:guid}/missions", () => Results.Json(data.Missions.Values.First(), statusCode: 201));
        api.MapDelete("/organisations/{id:guid}", () => Results.NoContent());
        api.MapGet("/volunteers/me", (HttpContext http) => data.Profile is null ? Missing() : Tagged(http, data.Profile));
        api.MapPut("/volunteers/me", (HttpContext http) => Changed(http));
        api.MapPut("/volunteers/me/availability", (HttpContext http) => Changed(http));
        api.MapGet("/volunteers/{id:guid}/card", () => new { firstName = "Nadia", commune = "Villeurbanne", accepted = false });
    }

    /// <summary>What moderators look at and decide, and what the public reports.</summary>
    public static void MapModeration(RouteGroupBuilder api, StubData data)
    {
        api.MapGet("/moderation/organisations", (string state) => new
        {
            items = new[] { data.Organisation with { State = state, SubmittedAt = StubData.Now.AddDays(-3), Flags = ["no-number", "similar-name-nearby"] } },
            next = (string?)null,
        });
        api.MapGet("/organisations/{id:guid}/history", () => new
        {
            items = new MissionStep[]
            {
                new(null, "draft", "member", StubData.Now.AddDays(-9), null, null, null), new("draft", "pending", "member", StubData.Now.AddDays(-8), null, null, null),
                new("pending", "draft", "moderator", StubData.Now.AddDays(-5), "Le récépissé est illisible.", null, null), new("draft", "pending", "member", StubData.Now.AddDays(-3), null, null, null),
            },
        });
        api.MapPost("/organisations/{id:guid}/{decision:regex(^(verification|suspension|refusal)$)}", (HttpContext http) => Changed(http));
        api.MapGet("/moderation/missions", () => new
        {
            items = data.Missions.Values.Take(2).Select(mission => new
            {
                mission,
                submittedAt = StubData.Now.AddDays(-2),
                coaching = new
                {
                    score = 42,
                    parts = new[] { new { code = "title", label = "Le titre", score = 2, most = 10 } },
                    findings = new[] { new { code = "coach.no-time", severity = "blocking", field = "hoursPerWeek", sentence = "Dites combien de temps cela demande.", match = (string?)null } },
                },
                organisation = new { published = 3, refused = 1, reported = 0, openReports = 1 },
                lookAlikes = new[] { new { id = Guid.CreateVersion7(), title = "Aider au potager", organisation = "Les Jardins", sameOrganisation = true, distanceKm = 1.2 } },
            }),
            next = (string?)null,
        });
        api.MapPost("/moderation/missions/decisions", (Decided decided) => new { items = decided.Decisions.Select(decision => new { decision.MissionId, status = 204, code = (string?)null, title = (string?)null }) });
        api.MapGet("/moderation/join-requests", () => new { items = data.JoinRequests.Select(request => request with { OrganisationName = data.Organisation.Name }), next = (string?)null });
        api.MapGet("/moderation/reports", () => new
        {
            items = new[]
            {
                new
                {
                    id = StubData.OrganisationId, missionId = data.Missions.Keys.First(), missionTitle = "Repas partagé", missionState = "published", organisationId = StubData.OrganisationId,
                    organisationName = "Les Passerelles du Rhône", reason = "hidden-job", text = "35 heures par semaine", at = StubData.Now.AddHours(-3), version = 1,
                },
            },
            next = (string?)null,
        });
        api.MapPost("/moderation/reports/{id:guid}/resolution", (HttpContext http) => Changed(http));
        api.MapPost("/missions/{id:guid}/reports", () => Results.Accepted());
    }

    public sealed record Decided(IReadOnlyList<Decision> Decisions);

    public sealed record Decision(Guid MissionId, long Version);

    /// <summary>The teams of associations, and their invitations.</summary>
    public static void MapTeams(RouteGroupBuilder api, StubData data)
    {
        api.MapPut("/organisations/{id:guid}", (HttpContext http) => Changed(http));
        api.MapMethods("/organisations/{id:guid}/logo", ["PUT", "DELETE"], (HttpContext http) => Changed(http));
        api.MapPost("/organisations/{id:guid}/submission", (HttpContext http) => Changed(http));
        api.MapGet("/organisations/{id:guid}/members", (HttpContext http) => Tagged(http, new { items = StubData.TeamOf(StubIdentity.Caller(http)) }));
        api.MapMethods("/organisations/{id:guid}/members/{account:guid}", ["PUT", "DELETE"], (HttpContext http) => Changed(http));
        api.MapGet("/organisations/{id:guid}/invitations", () => new { items = data.Invitations });
        api.MapPost("/organisations/{id:guid}/invitations", () => Results.Json(new { id = Guid.CreateVersion7(), role = "manager", expiresAt = StubData.Now.AddDays(14) }, statusCode: 201));
        api.MapDelete("/organisations/{id:guid}/invitations/{invitation:guid}", () => Results.NoContent());
        api.MapGet("/organisations/{id:guid}/join-requests", () => new { items = data.JoinRequests, next = (string?)null });
        api.MapPost("/organisations/{id:guid}/join-requests", () => Results.Json(data.JoinRequests[0], statusCode: 201));
        api.MapPost("/organisations/{id:guid}/join-requests/{request:guid}/{answer:regex(^(acceptance|refusal)$)}", () => Results.NoContent());
        api.MapGet("/invitations/jeton", () => new
        {
            organisation = new { id = StubData.OrganisationId, name = "Les Passerelles du Rhône" },
            role = "manager",
            email = "m…@exemple.fr",
            name = "Malik B.",
            expiresAt = StubData.Now.AddDays(10),
        });
        api.MapPost("/invitations/jeton/acceptance", () => new { organisationId = StubData.OrganisationId, role = "manager" });
    }

    internal static IResult Missing() => Results.Json(new { title = "Rien ici", code = "http.not-found" }, contentType: "application/problem+json", statusCode: 404);

    internal static IResult Tagged(HttpContext http, object? thing)
    {
        if (thing is null) { return Missing(); }
        http.Response.Headers.ETag = "\"3\"";
        return Results.Json(thing);
    }

    internal static IResult Changed(HttpContext http)
    {
        http.Response.Headers.ETag = "\"4\"";
        return Results.NoContent();
    }
}
