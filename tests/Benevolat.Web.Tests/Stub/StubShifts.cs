using Benevolat.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Benevolat.Web.Tests.Stub;

/// <summary>Four slots of a mission in the states that pages show differently, and who comes to them.</summary>
internal static class StubShifts
{
    private const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 21 21"><path d="M0 0h7v7h-7zM14 0h7v7h-7zM0 14h7v7h-7zM9 9h3v3h-3z"/></svg>""";

    public static Guid Shift(int number) => new($"01940000-0000-7000-8000-00000000000{number}");

    public static Guid Participation(int number) => new($"01941000-0000-7000-8000-00000000000{number}");

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/missions/{id:guid}/shifts", (Guid id) => new { items = id == StubMissions.All[1].Id ? Board() : [] });
        api.MapPost("/missions/{id:guid}/shifts/{shift:guid}/sign-up", (Guid shift) => shift == Shift(3)
            ? Results.Json(new { position = 2, offer = (object?)null }, statusCode: 202)
            : Results.Json(Mine(1, "planned"), statusCode: 201));
        api.MapDelete("/missions/{id:guid}/shifts/{shift:guid}/waiting", () => Results.NoContent());
        api.MapGet("/missions/{id:guid}/swaps", () => new { items = new[] { new Swap(Shift(9), Participation(9), Shift(4), At(12, 17), At(12, 20)) } });
        api.MapPost("/shift-offers/{id:guid}/refusal", () => Results.NoContent());
        api.MapPost("/swaps/{id:guid}/acceptance", () => Mine(4, "planned"));
        api.MapPost("/participations/{id:guid}/{act}", (HttpContext http) => StubApi.Changed(http));
        api.MapPut("/participations/{id:guid}/hours", (HttpContext http) => StubApi.Changed(http));
        api.MapGet("/volunteers/me/participations", (string? to) => new { items = to is null ? new[] { Mine(1, "planned") } : [Mine(2, "present"), Mine(null, "approved")], next = (string?)null });
        api.MapGet("/missions/{id:guid}/participations", (Guid id) => new
        {
            items = id == StubMissions.All[1].Id ? new[] { Came(1, 1, "present"), Came(2, 1, "planned"), Came(3, 2, "approved") } : [Came(4, null, "present")],
            next = (string?)null,
        });
        api.MapGet("/missions/{id:guid}/shift-proposals", () => new ShiftProposals(
            [new(Shift(2), StubCandidacies.Id(1), Guid.CreateVersion7(), true), new(Shift(2), StubCandidacies.Id(2), Guid.CreateVersion7(), false)], [new(Shift(4), 2)]));
        api.MapPost("/missions/{id:guid}/shift-proposals/acceptance", (Plan plan) => new
        {
            items = plan.Assignments.Select(one => new AssignmentOutcome(one.ShiftId, one.ApplicationId, "planned", null, null)),
        });
        api.MapGet("/missions/{id:guid}/check-in-code", () => new CheckInCode("AQGUAAAAcACAAAAAAAAAAAIBlAAAAHAAgAAAAAAAAAACAAuXSQGk0dQBpNLcKJ8mWmJYtT0u1dQzQ1nY8m2yT3s", "http://localhost/pointage/AQGUAAAAcACAAAAAAAAAAAIBlAAAAHAAgAAAAAAAAAACAAuXSQGk0dQBpNLcKJ8mWmJYtT0u1dQzQ1nY8m2yT3s", At(5, 16), At(5, 21), Svg));
        api.MapPost("/check-ins", (Sent sent) => new
        {
            items = sent.Items.Select(item => item.Code == "FAUX" ? new CheckInOutcome("refused", "check-in.unknown", "Ce code n'est pas connu.", null, null)
                : new CheckInOutcome("recorded", null, null, Participation(1), item.At)),
        });
    }

    public static Participation Mine(int? shift, string state) => Participant(1, shift, state) with
    {
        Actions = state switch { "planned" => ["cancel", "offer-swap", "check-in"], "present" => ["declare-hours"], _ => [] },
    };

    private static Participation Came(int number, int? shift, string state) => Participant(number, shift, state) with
    {
        Actions = state == "approved" ? [] : ["approve", "record-no-show", "cancel"],
    };

    private static Participation Participant(int number, int? shift, string state) => new(
        Participation(number), StubCandidacies.Id(3), StubMissions.All[1].Id, StubMissions.All[1].Title!, StubData.OrganisationId, "Les Passerelles du Rhône",
        new Guid($"0193c000-0000-7000-8000-00000000000{number}"), shift is { } known ? Shift(known) : null, new(2026, 12, 5), shift is null ? null : At(5, 17), shift is null ? null : At(5, 20), state,
        state is "planned" ? null : At(5, 17).AddMinutes(-4), state is "planned" or "present" ? null : 150, state is "approved" ? "organisation" : null, null, 5);

    private static BoardShift[] Board() =>
    [
        new(Shift(1), At(5, 17), At(5, 20), 4, 2, Mine(1, "planned"), null, null), new(Shift(2), At(12, 17), At(12, 20), 4, 3, null, null, null),
        new(Shift(3), At(19, 17), At(19, 20), 4, 0, null, null, null), new(Shift(4), At(26, 17), At(26, 20), 4, 0, null, new(2, null), null),
        new(Shift(5), At(27, 17), At(27, 20), 4, 0, null, new(1, new(Shift(8), At(24, 12))), null),
    ];

    private static DateTimeOffset At(int day, int hour) => new(2026, 12, day, hour, 0, 0, TimeSpan.Zero);

    public sealed record Plan(IReadOnlyList<Assignment> Assignments);

    public sealed record Sent(DateTimeOffset SentAt, IReadOnlyList<CheckIn> Items);
}
