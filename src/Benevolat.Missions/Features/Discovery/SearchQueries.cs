using System.Globalization;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Index.Geography;
using Benevolat.Index.Search;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>From the address to the index's query.</summary>
internal static class SearchQueries
{
    public const int UsualLimit = 20;

    /// <summary>Only after validation.</summary>
    /// <param name="today">In Paris.</param>
    public static MissionQuery ToQuery(this SearchRequest request, DateOnly today, SearchPosition? after = null) => new()
    {
        Text = string.IsNullOrWhiteSpace(request.Q) ? null : request.Q,
        Near = Coordinates.Point(request.Near),
        RadiusKm = request.RadiusKm,
        Box = Coordinates.Box(request.Bbox),
        Departments = request.Department ?? [],
        Domains = request.Domain ?? [],
        Kinds = request.Kind ?? [],
        Remotes = request.Remote ?? [],
        Activities = request.Activity ?? [],
        Audiences = request.Audience ?? [],
        Skills = request.Skill ?? [],
        From = request.From,
        To = request.To,
        WeekHours = [.. SplitHours(request.Hours ?? []).Select(hour => WeekHours.TryParse(hour, out var number) ? number : -1)],
        MaxHoursPerWeek = request.MaxHoursPerWeek,
        OpenToMinors = request.OpenToMinors == true,
        ReducedMobility = request.ReducedMobility == true,
        GroupOf = request.GroupOf ?? 0,
        Organisations = request.Organisation ?? [],
        Networks = request.Network ?? [],
        Sort = Kebab.TryParse(request.Sort, out MissionSort sort) ? sort : DefaultSort(request),
        Limit = request.Limit ?? UsualLimit,
        Today = after?.Today ?? today,
        After = after?.ToPosition(),
    };

    /// <summary>Hours may repeat and may stand in one value with commas.</summary>
    public static IEnumerable<string> SplitHours(string[] hours) =>
        hours.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static MissionSort DefaultSort(SearchRequest request) =>
        !string.IsNullOrWhiteSpace(request.Q) ? MissionSort.Relevance : request.Near is not null ? MissionSort.Distance : MissionSort.Newest;
}

/// <summary>Where a page ended, as a cursor keeps it: the sort key's bits, since it may be infinite, and the day that freshness counts from.</summary>
internal sealed record SearchPosition(long Key, Guid Id, DateOnly Today)
{
    public static SearchPosition Of(MissionHit hit, DateOnly today) => new(BitConverter.DoubleToInt64Bits(hit.Key), hit.Id, today);

    public MissionPosition ToPosition() => new(BitConverter.Int64BitsToDouble(Key), Id);
}

/// <summary>Points and boxes as they stand in addresses: degrees with a point, separated by commas.</summary>
internal static class Coordinates
{
    /// <summary>From <c>latitude,longitude</c>; null when it is none.</summary>
    public static GeoPoint? Point(string? text) =>
        Numbers(text, 2) is [>= -90 and <= 90, >= -180 and <= 180] and var read ? new GeoPoint(read[0], read[1]) : null;

    /// <summary>From <c>west,south,east,north</c>; east of the date line continues in the west.</summary>
    public static GeoBox? Box(string? text) =>
        Numbers(text, 4) is [>= -180 and <= 180, >= -90 and <= 90, >= -180 and <= 180, >= -90 and <= 90] and var read && read[1] <= read[3]
            ? new GeoBox(read[0], read[1], read[2], read[3]) : null;

    private static double[]? Numbers(string? text, int count)
    {
        var parts = text?.Split(',') ?? [];
        if (parts.Length != count) { return null; }

        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i])) { return null; }
        }

        return numbers;
    }
}
