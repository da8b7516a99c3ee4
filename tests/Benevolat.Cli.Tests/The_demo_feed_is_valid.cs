using System.Text.Json;
using System.Text.RegularExpressions;
using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Cli.Tests;

/// <summary>The demo stands for what networks send: 300 missions that no server should find fault with.</summary>
public sealed partial class The_demo_feed_is_valid
{
    private static readonly JsonElement[] Missions = [.. Read().EnumerateArray()];

    [Fact]
    public void It_has_300_missions_of_60_organisations_in_40_communes_and_more()
    {
        Assert.Equal(300, Missions.Select(mission => Text(mission, "clientId")).Distinct().Count());
        Assert.Equal(300, Missions.Length);
        Assert.Equal(300, Missions.Select(mission => Text(mission, "title")).Distinct().Count());
        Assert.Equal(60, Missions.Select(mission => Text(mission, "organizationClientId")).Distinct().Count());
        Assert.True(Missions.SelectMany(Addresses).Select(address => Text(address, "inseeCode")).Distinct().Count() >= 40);
    }

    [Fact]
    public void It_uses_every_domain_and_every_kind_and_only_known_words()
    {
        Assert.Equal(Slugs<MissionDomain>(), Missions.Select(mission => Text(mission, "domain")).ToHashSet());
        Assert.Equal(Slugs<MissionKind>(), Missions.Select(mission => Text(mission, "kind")).ToHashSet());
        Assert.Equal(Slugs<RemoteWork>(), Missions.Select(mission => Text(mission, "remote")).ToHashSet());
    }

    [Fact]
    public void Texts_are_of_60_to_200_words() => Each(mission =>
    {
        Assert.InRange(Word().Count(Text(mission, "description")), 60, 200);
        Assert.InRange(Text(mission, "title").Split(' ').Length, 2, 20);
    });

    [Fact]
    public void Addresses_are_in_France_and_complete() => Each(mission =>
    {
        Assert.True(Text(mission, "remote") == "full" || Addresses(mission).Any(), "Only what is done from home has no address.");
        Assert.All(Addresses(mission), address =>
        {
            Assert.Matches("^[0-9][0-9AB][0-9]{3}$", Text(address, "inseeCode"));
            Assert.Matches("^[0-9]{5}$", Text(address, "postalCode"));
            Assert.StartsWith(Text(address, "departmentCode"), Text(address, "inseeCode"));
            var location = address.GetProperty("location");
            Assert.True(IsInFrance(location.GetProperty("lat").GetDouble(), location.GetProperty("lon").GetDouble()), address.ToString());
        });
    });

    [Fact]
    public void Times_and_places_fit_together() => Each(mission =>
    {
        Assert.All(mission.GetProperty("hours").EnumerateArray(), hour => Assert.True(WeekHours.TryParse(hour.GetString(), out _), hour.ToString()));
        var start = DateOnly.Parse(Text(mission, "startAt"), System.Globalization.CultureInfo.InvariantCulture);
        if (mission.GetProperty("endAt").GetString() is { } end) { Assert.True(DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture) >= start); }
        var shifts = mission.GetProperty("shifts").EnumerateArray().ToArray();
        Assert.All(shifts, shift => Assert.True(shift.GetProperty("endsAt").GetDateTimeOffset() > shift.GetProperty("startsAt").GetDateTimeOffset()));
        var places = mission.GetProperty("places").GetInt32();
        Assert.InRange(places, 1, 200);
        if (shifts.Length > 0) { Assert.Equal(places, shifts.Sum(shift => shift.GetProperty("places").GetInt32())); }
    });

    [Fact]
    public void Organisations_are_described_alike_everywhere_and_lead_to_no_real_site() => Assert.All(
        Missions.GroupBy(mission => Text(mission, "organizationClientId")), missions =>
        {
            var organisation = Assert.Single(missions.Select(mission => (Text(mission, "organizationName"), Text(mission, "organizationDescription"), Text(mission, "organizationUrl"))).Distinct());
            Assert.Matches(@"^https://[a-z0-9.-]+\.(example|test)(/|$)", organisation.Item3);
        });

    private static void Each(Action<JsonElement> check) => Assert.All(Missions, check);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static IEnumerable<JsonElement> Addresses(JsonElement mission) => mission.GetProperty("addresses").EnumerateArray();

    private static HashSet<string> Slugs<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetNames<TEnum>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    /// <summary>The mainland with Corsica, or one of the overseas departments.</summary>
    private static bool IsInFrance(double lat, double lon) =>
        lat is > 41.3 and < 51.2 && lon is > -5.2 and < 9.7
        || lat is > 14.3 and < 16.6 && lon is > -61.9 and < -60.7
        || lat is > 2 and < 6 && lon is > -54.7 and < -51.5
        || lat is > -21.5 and < -20.8 && lon is > 55.2 and < 55.9
        || lat is > -13.1 and < -12.6 && lon is > 44.9 and < 45.4;

    internal static string Folder => Path.Combine(Root(), "deploy", "local", "demo");

    private static JsonElement Read() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "missions.json"))).RootElement;

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Benevolat.sln"))) { root = root.Parent!; }
        return root.FullName;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[-’'.][\p{L}\p{N}]+)*")]
    private static partial Regex Word();
}
