using Benevolat.Index.Geography;
using Benevolat.Index.Search;
using FsCheck;
using FsCheck.Fluent;
using static Benevolat.Index.Tests.Properties.AnyMission;

namespace Benevolat.Index.Tests.Properties;

/// <summary>Random questions: words mostly, places often, each other filter now and then, so that most find something.</summary>
internal static class AnyQuery
{
    public static Gen<MissionQuery> Of(Gen<Guid> ids, string[] vocabulary) =>
        from text in Words.Question(vocabulary)
        from near in Maybe(Point, 50)
        from radius in Maybe(Radius(near), 40)
        from box in Maybe(Box, 93)
        from departments in Some(["69", "75", "93", "974", "2A", "986", "99"], 3, 90)
        from domains in Some([.. Domains, "inconnu"], 3, 85)
        from kinds in Some(Kinds, 2, 93)
        from remotes in Some([.. Remotes, "full", "full", "?"], 2, 80)
        from activities in Some([.. Activities, ""], 2, 95)
        from audiences in Some(Audiences, 2, 95)
        from skills in Some(Skills, 2, 95)
        from organisations in Some([.. Organisations, Guid.Empty], 2, 95)
        from networks in Some([.. Networks, "?"], 2, 95)
        from days in Maybe(Day, 94).Zip(Maybe(Day, 94))
        from after in Maybe(PublicationTime, 95)
        from until in Maybe(PublicationTime, 95)
        from hours in Some([.. WeekHours, -1, 168, 1000], 3, 95)
        from perWeek in Maybe(Gen.Elements([.. HoursPerWeek, -1]), 95)
        from flags in Gen.Frequency((19, Gen.Constant(0)), (1, Gen.Choose(1, 3)))
        from people in Gen.Frequency((19, Gen.Constant(0)), (1, Gen.Elements(-1, 1, 2, 65535, 65536)))
        from sort in Gen.Elements(Enum.GetValues<MissionSort>())
        from limit in Gen.Frequency((2, Gen.Constant(20)), (6, Gen.Elements(0, 1, 2, 3, 5, 100)))
        from position in Gen.Frequency((9, Gen.Constant<MissionPosition?>(null)), (1, After(ids)))
        from today in Gen.Frequency((4, Gen.Constant(Missions.Today)), (1, Day))
        from facets in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new MissionQuery
        {
            Text = text,
            Near = near,
            RadiusKm = radius,
            Box = box,
            Departments = departments,
            Domains = domains,
            Kinds = kinds,
            Remotes = remotes,
            Activities = activities,
            Audiences = audiences,
            Skills = skills,
            Organisations = organisations,
            Networks = networks,
            From = days.Item1,
            To = days.Item2,
            PublishedAfter = after,
            PublishedUntil = until,
            WeekHours = hours,
            MaxHoursPerWeek = perWeek,
            OpenToMinors = (flags & 1) == 1,
            ReducedMobility = (flags & 2) == 2,
            GroupOf = people,
            Sort = sort,
            Limit = limit,
            After = position,
            Today = today,
            WithFacets = facets,
        };

    /// <summary>Round, or exactly as far as some place is.</summary>
    private static Gen<double> Radius(GeoPoint? near)
    {
        var round = Gen.Elements(0, 1, 5, 30, 400, 500, 1000, 10_000, 20_015, 25_000);
        if (near is not { } from) { return round.Select(km => (double)km); }
        var exact = Gen.Elements(Places)
            .Select(place => UnitVector.Kilometres(UnitVector.Of(place.Point).SquaredChord(UnitVector.Of(from))));
        return Gen.Frequency((3, round.Select(km => (double)km)), (1, exact));
    }

    /// <summary>Between two points, whichever way round: over the date line, upside down, or with a place on its edge.</summary>
    private static Gen<GeoBox> Box { get; } = Gen.Frequency(
        (1, from a in Point
            from b in Point
            select new GeoBox(a.Longitude, Math.Min(a.Latitude, b.Latitude), b.Longitude, Math.Max(a.Latitude, b.Latitude))),
        (1, from point in Point from degrees in Gen.Elements(0, 0.05, 1, 10) select Missions.Around(point, degrees)),
        (1, Gen.Elements<GeoBox>(
            new(-180, -90, 180, 90), new(160, -30, -170, 0), new(-10, 40, 12, 52), new(2, 50, 6, 40),
            new(-200, -100, 200, 100), new(180, -90, 180, 90), new(-180, 90, 180, 90))));

    private static Gen<MissionPosition?> After(Gen<Guid> ids) =>
        from key in Gen.Elements(
            -0.5, -0.2, 0, Missions.Today.DayNumber, double.PositiveInfinity, double.NegativeInfinity, -1793523600000000)
        from id in ids
        select (MissionPosition?)new MissionPosition(key, id);
}
