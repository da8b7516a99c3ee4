using Benevolat.Index.Geography;
using Benevolat.Index.Search;

namespace Benevolat.Index.Tests;

/// <summary>Missions, places and questions that say only what a test is about.</summary>
internal static class Missions
{
    public static readonly DateOnly Today = new(2026, 12, 1);

    public static readonly MissionPlace Paris = new("Paris", "75011", "75", new(48.8566, 2.3522));
    public static readonly MissionPlace Lyon = new("Lyon", "69003", "69", new(45.7640, 4.8357));
    public static readonly MissionPlace Villeurbanne = new("Villeurbanne", "69100", "69", new(45.7719, 4.8902));
    public static readonly MissionPlace Marseille = new("Marseille", "13001", "13", new(43.2965, 5.3698));

    /// <summary>On both sides of the date line.</summary>
    public static readonly MissionPlace Noumea = new("Nouméa", "98800", "988", new(-22.2758, 166.4580));
    public static readonly MissionPlace MataUtu = new("Mata-Utu", "98600", "986", new(-13.2825, -176.1736));

    public static readonly MissionDocument Plain = new()
    {
        Id = Guid.Empty,
        Revision = 1,
        Title = "",
        Description = "",
        OrganisationId = Guid.Empty,
        OrganisationName = "",
        Domain = "solidarite",
        Kind = "regular",
        Remote = "no",
        PlacesLeft = 1,
        PublishedAt = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero),
    };

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static MissionDocument Mission(int number, string title = "", string description = "") =>
        Plain with { Id = Id(number), Title = title, Description = description };

    public static MissionDocument In(this MissionDocument mission, params MissionPlace[] places) => mission with { Places = places };

    public static MissionQuery Asked(string? text = null) => new() { Text = text, Today = Today };

    public static IEnumerable<int> Numbers(this MissionHits hits) => hits.Hits.Select(hit => Number(hit.Id));

    public static int Number(Guid id) => BitConverter.ToInt32(id.ToByteArray());

    public static GeoBox Around(GeoPoint point, double degrees) =>
        new(point.Longitude - degrees, point.Latitude - degrees, point.Longitude + degrees, point.Latitude + degrees);
}
