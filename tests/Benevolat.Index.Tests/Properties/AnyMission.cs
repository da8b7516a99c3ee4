using Benevolat.Index.Geography;
using Benevolat.Index.Search;
using FsCheck;
using FsCheck.Fluent;

namespace Benevolat.Index.Tests.Properties;

/// <summary>Random missions out of few values, so that filters find something and keys tie.</summary>
internal static class AnyMission
{
    public static readonly string[] Domains = ["solidarite", "education", "environnement", "sante"];
    public static readonly string[] Kinds = ["one-off", "regular", "support"];
    public static readonly string[] Remotes = ["no", "no", "possible", "full"];
    public static readonly string[] Activities = ["aide-aux-devoirs", "lecture", "maraude", "jardinage", "distribution-de-repas"];
    public static readonly string[] Audiences = ["enfants", "personnes-agees", "sans-abri"];
    public static readonly string[] Skills = ["cuisine", "comptabilite", "langue-des-signes"];
    public static readonly string[] Networks = ["croix", "ville-de-lyon"];
    public static readonly Guid[] Organisations = [.. Enumerable.Range(1, 4).Select(Missions.Id)];
    public static readonly int[] WeekHours = [0, 38, 63, 64, 127, 128, 167];
    public static readonly decimal[] HoursPerWeek = [0, 1, 2, 2.04m, 2.05m, 2.06m, 2.149m, 2.15m, 3.5m, 40];

    public static readonly MissionPlace[] Places =
    [
        Missions.Paris, Missions.Lyon, Missions.Villeurbanne, Missions.Marseille, Missions.Noumea, Missions.MataUtu,
        new("Lyon", "69007", "69", Missions.Lyon.Point), // another postcode of the same town hall
        new("Saint-Denis", "93200", "93", new(48.9362, 2.3574)),
        new("Saint-Denis", "97400", "974", new(-20.8821, 55.4507)),
        new("L'Haÿ-les-Roses", "94240", "94", new(48.7797, 2.3362)),
        new("Ajaccio", "20000", "2A", new(41.9192, 8.7386)),
        new("Taveuni", "00001", "F1", new(-16.8, 180)), // the date line, from both sides
        new("Taveuni", "00002", "F2", new(-16.8, -180)),
        new("Pôle", "00003", "N", new(90, 0)),
    ];

    /// <summary>Few ids, so that a change meets an earlier one, that differ at either end: byte orders matter.</summary>
    public static Guid[] Ids(int count) => [.. Enumerable.Range(0, count).Select(i => new Guid(
        (i % 3) << (i % 5 * 7), (short)(i * 31), (short)i, (byte)(i * 77), 0, 0, (byte)i, 0, 0, (byte)(i >> 8), (byte)(i % 7)))];

    private static readonly DateTimeOffset[] PublicationTimes =
    [
        Missions.Plain.PublishedAt, Missions.Plain.PublishedAt.AddMicroseconds(1), new(2026, 11, 30, 22, 59, 59, TimeSpan.Zero),
        new(2026, 11, 30, 23, 0, 0, TimeSpan.Zero), // midnight in Paris
        new(2026, 11, 30, 23, 30, 0, TimeSpan.FromHours(11)),
        new(2026, 7, 1, 22, 30, 0, TimeSpan.Zero), new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero),
        new(2026, 12, 3, 8, 0, 0, TimeSpan.Zero),
    ];

    public static Gen<T[]> Some<T>(T[] values, int most, int nonePercent) => Gen.Frequency(
        (nonePercent, Gen.Constant(Array.Empty<T>())),
        (100 - nonePercent, Gen.Choose(1, most).SelectMany(count => Gen.Elements(values).ArrayOf(count))));

    public static Gen<T?> Maybe<T>(Gen<T> value, int nonePercent)
        where T : struct => Gen.Frequency((nonePercent, Gen.Constant<T?>(null)), (100 - nonePercent, value.Select(some => (T?)some)));

    public static Gen<DateTimeOffset> PublicationTime { get; } = Gen.Elements(PublicationTimes);

    public static Gen<DateOnly> Day { get; } = Gen.Choose(-6, 6).Select(Missions.Today.AddDays);

    public static Gen<MissionDocument> Of(Gen<Guid> ids, string[] vocabulary) =>
        from id in ids
        from revision in Gen.Choose(1, 1000)
        from title in Words.Text(vocabulary, 0, 5)
        from description in Words.Text(vocabulary, 0, 12)
        from organisation in Gen.Elements(Organisations)
        from name in Words.Text(vocabulary, 0, 2)
        from network in Gen.Elements(Networks.Append(null).ToArray())
        from domain in Gen.Elements(Domains)
        from kind in Gen.Elements(Kinds)
        from remote in Gen.Elements(Remotes)
        from places in Some(Places, 3, 10).SelectMany(places => Moved(places))
        from activities in Some(Activities, 3, 30)
        from audiences in Some(Audiences, 2, 50)
        from skills in Some(Skills, 2, 50)
        from starts in Maybe(Day, 40)
        from ends in Maybe(Day, 40)
        from shifts in Day.ListOf().Select(days => days.Take(4).ToArray()).Or(Gen.Constant(Array.Empty<DateOnly>()))
        from hours in Some(WeekHours, 4, 50)
        from perWeek in Maybe(Gen.Elements(HoursPerWeek), 40)
        from flags in Gen.Choose(0, 3)
        from left in Gen.Elements(0, 1, 2, 10, 65535, 70000)
        from published in PublicationTime
        from rate in Maybe(Gen.Elements(0, 0.001, 1 / 3.0, 0.5, 0.9, 1), 30)
        select new MissionDocument
        {
            Id = id,
            Revision = revision,
            Title = title,
            Description = description,
            OrganisationId = organisation,
            OrganisationName = name,
            Network = network,
            Domain = domain,
            Kind = kind,
            Remote = remote,
            Places = places,
            Activities = activities,
            Audiences = audiences,
            Skills = skills,
            StartsOn = starts,
            EndsOn = ends,
            ShiftDays = shifts,
            WeekHours = hours,
            HoursPerWeek = perWeek,
            OpenToMinors = (flags & 1) == 1,
            ReducedMobility = (flags & 2) == 2,
            PlacesLeft = left,
            PublishedAt = published,
            AnswerRate = rate,
        };

    /// <summary>Half of them exactly at their town hall, half up to some kilometres away.</summary>
    private static Gen<MissionPlace[]> Moved(MissionPlace[] places) =>
        from far in Gen.Choose(0, 2000).ArrayOf(places.Length)
        from moved in Gen.Choose(0, 1)
        select places.Select((place, i) => moved == 0 ? place : place with { Point = Beside(place.Point, far[i] / 30_000.0) }).ToArray();

    /// <summary>Towards the equator and Greenwich, so that it stays on the map.</summary>
    private static GeoPoint Beside(GeoPoint point, double away) =>
        new(point.Latitude * (1 - (away / 90)), point.Longitude * (1 - (away / 90)));

    /// <summary>A point of a place, or one not far.</summary>
    public static Gen<GeoPoint> Point { get; } = Gen.Elements(Places).Select(place => place.Point).SelectMany(point => Gen.Frequency(
        (3, Gen.Constant(point)), (1, Gen.Choose(0, 900).Select(away => Beside(point, away / 1000.0)))));
}
