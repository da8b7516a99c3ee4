using System.Globalization;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>What is searched for, understood. Lists mean "any of"; null or empty means "no matter".</summary>
internal sealed record SearchQuery
{
    public string? Text { get; init; }
    public GeoPoint? Near { get; init; }
    public double? RadiusKm { get; init; }
    public GeoBox? Box { get; init; }
    public string[] Departments { get; init; } = [];
    public string[] Domains { get; init; } = [];
    public string[] Kinds { get; init; } = [];
    public string[] Remotes { get; init; } = [];
    public string[] Activities { get; init; } = [];
    public string[] Audiences { get; init; } = [];
    public string[] Skills { get; init; } = [];
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public int[] Hours { get; init; } = [];
    public decimal? MaxHoursPerWeek { get; init; }
    public bool OpenToMinors { get; init; }
    public bool ReducedMobility { get; init; }
    public int? GroupOf { get; init; }
    public Guid[] Organisations { get; init; } = [];
    public string[] Networks { get; init; } = [];
    public SearchSort Sort { get; init; }
    public int Limit { get; init; } = 20;
    public SearchPosition? After { get; init; }

    /// <summary>Only after validation.</summary>
    public static SearchQuery Of(SearchRequest request) => new()
    {
        Text = string.IsNullOrWhiteSpace(request.Q) ? null : request.Q.Trim(),
        Near = request.Near is { } near && GeoPoint.TryParse(near, out var point) ? point : null,
        RadiusKm = request.RadiusKm,
        Box = request.Bbox is { } text && GeoBox.TryParse(text, out var box) ? box : null,
        Departments = request.Department ?? [],
        Domains = request.Domain ?? [],
        Kinds = request.Kind ?? [],
        Remotes = request.Remote ?? [],
        Activities = request.Activity ?? [],
        Audiences = request.Audience ?? [],
        Skills = request.Skill ?? [],
        From = request.From,
        To = request.To,
        Hours = [.. SplitHours(request.Hours ?? []).Select(hour => WeekHours.TryParse(hour, out var number) ? number : -1)],
        MaxHoursPerWeek = request.MaxHoursPerWeek,
        OpenToMinors = request.OpenToMinors == true,
        ReducedMobility = request.ReducedMobility == true,
        GroupOf = request.GroupOf,
        Organisations = request.Organisation ?? [],
        Networks = request.Network ?? [],
        Sort = Kebab.TryParse(request.Sort, out SearchSort sort) ? sort : DefaultSort(request),
        Limit = request.Limit ?? 20,
    };

    /// <summary>Hours may repeat and may stand in one value with commas.</summary>
    public static IEnumerable<string> SplitHours(string[] hours) =>
        hours.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static SearchSort DefaultSort(SearchRequest request) =>
        !string.IsNullOrWhiteSpace(request.Q) ? SearchSort.Relevance : request.Near is not null ? SearchSort.Distance : SearchSort.Newest;
}

/// <summary>What comes first.</summary>
internal enum SearchSort { Relevance, Distance, Date, Newest }

/// <summary>Where a page ended: the sort key (smaller is better) and, among equals, the id.</summary>
internal sealed record SearchPosition(double Key, Guid Id);

/// <summary>A point on the globe, in degrees.</summary>
internal sealed record GeoPoint(double Latitude, double Longitude)
{
    public static bool TryParse(string text, out GeoPoint? point)
    {
        point = Degrees.TryParse(text, 2) is [>= -90 and <= 90, >= -180 and <= 180] and var read ? new GeoPoint(read[0], read[1]) : null;
        return point is not null;
    }
}

/// <summary>A piece of a map, in degrees; east of the date line continues in the west.</summary>
internal sealed record GeoBox(double West, double South, double East, double North)
{
    public static bool TryParse(string text, out GeoBox? box)
    {
        var read = Degrees.TryParse(text, 4);
        var holds = read is [>= -180 and <= 180, >= -90 and <= 90, >= -180 and <= 180, >= -90 and <= 90] && read[1] <= read[3];
        box = holds ? new GeoBox(read![0], read[1], read[2], read[3]) : null;
        return holds;
    }
}

internal static class Degrees
{
    public static double[]? TryParse(string text, int count)
    {
        var parts = text.Split(',');
        if (parts.Length != count) { return null; }

        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i])) { return null; }
        }

        return numbers;
    }
}
