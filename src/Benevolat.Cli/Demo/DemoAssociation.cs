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

    /// <summary>
    /// Goes on where an earlier attempt stopped. What somebody has made of it since stays as it is: an association or a mission under another name
    /// isn't made a second time.
    /// </summary>
    /// <returns>How many missions were published.</returns>
    public async Task<int> SetUpAsync(JsonNode file, CancellationToken stop)
    {
        if (await RegisterAsync(file["organisation"]!, stop) is not { } id) { return 0; }

        var (wanted, written) = (file["missions"]!.AsArray(), await ItemsAsync($"/api/v1/organisations/{id}/missions?limit=100", stop));
        var published = 0;
        foreach (var mission in wanted)
        {
            var same = written.Where(known => (string?)known["title"] == (string?)mission!["title"]).ToList();
            if (same.Exists(known => (string?)known["state"] != "draft") || (same.Count == 0 && written.Count >= wanted.Count)) { continue; }

            var draft = same.FirstOrDefault() ?? await manager.PostAsync($"/api/v1/organisations/{id}/missions", Dated(mission!.DeepClone().AsObject()), null, stop);
            await manager.PostAsync($"/api/v1/missions/{(string)draft!["id"]!}/publication", null, (long)draft["version"]!, stop);
            published++;
        }

        return published;
    }

    /// <returns>Its id, verified; null when the manager has other associations only.</returns>
    private async Task<string?> RegisterAsync(JsonNode described, CancellationToken stop)
    {
        var mine = await ItemsAsync("/api/v1/organisations/mine?limit=100", stop);
        var known = mine.Find(one => (string?)one["name"] == (string?)described["name"]);
        if (known is null && mine.Count > 0) { return null; }

        var organisation = known is null ? await RegisterNewAsync(described, stop) : await manager.GetAsync($"/api/v1/organisations/{(string)known["id"]!}", stop);
        var id = (string)organisation!["id"]!;
        if ((string)organisation["state"]! == "pending") { await moderator.PostAsync($"/api/v1/organisations/{id}/verification", null, (long)organisation["version"]!, stop); }
        return id;
    }

    private Task<JsonNode?> RegisterNewAsync(JsonNode described, CancellationToken stop)
    {
        var body = described.DeepClone();
        body["notADuplicate"] = true;
        return manager.PostAsync("/api/v1/organisations", body, null, stop);
    }

    private async Task<List<JsonNode>> ItemsAsync(string path, CancellationToken stop) => [.. (await manager.GetAsync(path, stop))!["items"]!.AsArray().Select(item => item!)];

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
