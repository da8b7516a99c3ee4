using System.Globalization;
using System.Text.Json.Nodes;
using Benevolat.Cli.Api;

namespace Benevolat.Cli.Demo;

/// <summary>
/// An association to try the other side with: registered by its manager, verified by a moderator, its missions written and published, all by the
/// public API. Dates in the file are counted from today, so that the missions always lie ahead.
/// </summary>
internal sealed class DemoAssociation(PersonClient manager, PersonClient moderator, TimeProvider clock)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <returns>How many missions were published; none when the manager has an association already.</returns>
    public async Task<int> SetUpAsync(JsonNode file, CancellationToken stop)
    {
        var mine = await manager.GetAsync("/api/v1/organisations/mine", stop);
        if (mine!["items"]!.AsArray().Count > 0) { return 0; }

        var body = file["organisation"]!.DeepClone();
        body["notADuplicate"] = true;
        var organisation = (await manager.PostAsync("/api/v1/organisations", body, null, stop))!;
        var id = (string)organisation["id"]!;
        await moderator.PostAsync($"/api/v1/organisations/{id}/verification", null, (long)organisation["version"]!, stop);

        var missions = file["missions"]!.AsArray();
        foreach (var mission in missions)
        {
            var draft = (await manager.PostAsync($"/api/v1/organisations/{id}/missions", Dated(mission!.DeepClone().AsObject()), null, stop))!;
            await manager.PostAsync($"/api/v1/missions/{(string)draft["id"]!}/publication", null, (long)draft["version"]!, stop);
        }

        return missions.Count;
    }

    /// <summary>Days and hours from now on instead of dates.</summary>
    private JsonObject Dated(JsonObject mission)
    {
        foreach (var (inDays, date) in new[] { ("startsInDays", "startsOn"), ("endsInDays", "endsOn") })
        {
            if (mission[inDays] is not { } days) { continue; }

            mission.Remove(inDays);
            mission[date] = Today.AddDays((int)days).ToString("O", CultureInfo.InvariantCulture);
        }

        mission["shifts"] = new JsonArray([.. (mission["shifts"]?.AsArray() ?? []).Select(shift => Dated(shift!))]);
        return mission;
    }

    private JsonObject Dated(JsonNode shift)
    {
        var day = Today.AddDays((int)shift["inDays"]!);
        while (day.DayOfWeek != Enum.Parse<DayOfWeek>((string)shift["on"]!)) { day = day.AddDays(1); }
        var local = day.ToDateTime(TimeOnly.Parse((string)shift["from"]!, CultureInfo.InvariantCulture));
        var starts = new DateTimeOffset(local, Paris.GetUtcOffset(local));
        return new JsonObject
        {
            ["startsAt"] = starts.ToString("O", CultureInfo.InvariantCulture),
            ["endsAt"] = starts.AddHours((int)shift["hours"]!).ToString("O", CultureInfo.InvariantCulture),
            ["places"] = (int)shift["places"]!,
        };
    }

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Paris).DateTime);
}
