using System.Globalization;
using System.Text;
using Benevolat.Web.Api;

namespace Benevolat.Web.Tests.Stub;

/// <summary>A small world in the services' shapes, with texts as long as real ones.</summary>
public sealed class StubData
{
    public static readonly Guid OrganisationId = new("0193a000-0000-7000-8000-000000000001");
    public static readonly Guid DraftId = new("0193a000-0000-7000-8000-000000000002");
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public StubData()
    {
        foreach (var mission in StubMissions.All) { Missions[mission.Id] = mission; }
    }

    public Dictionary<Guid, Mission> Missions { get; } = [];

    public IEnumerable<Mission> Published => Missions.Values.Where(mission => mission.State == "published");

    public IReadOnlyList<(string Code, string Name, string[] Postcodes, string Department)> PlaceNames { get; } =
    [
        ("69123", "Lyon", ["69001", "69002"], "69"), ("69266", "Villeurbanne", ["69100"], "69"), ("27377", "Lyons-la-Forêt", ["27480"], "27"),
        ("93066", "Saint-Denis", ["93200"], "93"), ("97411", "Saint-Denis", ["97400"], "974"), ("42218", "Saint-Étienne", ["42000"], "42"),
    ];

    public IEnumerable<StubPlace> Places => PlaceNames.Select(place => new StubPlace(place.Code, place.Name, place.Postcodes, place.Department, [4.835, 45.758], 500_000));

    public Organisation Organisation { get; set; } = new(
        OrganisationId, "Les Passerelles du Rhône", "Nous accompagnons les collégiens de Villeurbanne et de Lyon dans leurs devoirs, trois soirs par semaine, dans un local ouvert à tous.",
        "W691234567", "552100554", null, "https://passerelles.example", new("12 rue des Tisserands", "Villeurbanne", "69266", "69100"), "verified", null, 2)
    {
        LogoUrl = $"/api/v1/organisations/{OrganisationId}/logo",
        Answers = new(0.93, 27, 30, false),
    };

    /// <summary>One whose registration has begun.</summary>
    public Organisation Draft { get; } = new(
        DraftId, "Jardins de la Croix-Rousse", "", null, "552100554", null, null, new(null, "Lyon", "69123", "69001"), "draft", "Ajoutez ce que vous faites.", 2);

    /// <summary>The first one is whoever looks.</summary>
    public static IReadOnlyList<TeamMember> TeamOf(Guid me) =>
    [
        new(me, "owner", "Samia K.", Now.AddYears(-2)), new(new Guid("0193f000-0000-7000-8000-000000000001"), "manager", "Malik B.", Now.AddMonths(-4)),
        new(new Guid("0193f000-0000-7000-8000-000000000002"), "welcomer", null, Now.AddMonths(-1)),
    ];

    public IReadOnlyList<OpenInvitation> Invitations { get; } =
        [new(new Guid("0193f000-0000-7000-8000-000000000003"), "une-adresse-plutot-longue@passerelles-du-rhone.example", "manager", "Inès", Now.AddDays(-2), Now.AddDays(12))];

    public IReadOnlyList<JoinRequest> JoinRequests { get; } =
        [new(new Guid("0193f000-0000-7000-8000-000000000004"), OrganisationId, null, new Guid("0193f000-0000-7000-8000-000000000005"), "Camille D.", "Je tiens la permanence du jeudi depuis deux ans.", Now.AddDays(-1))];

    public IReadOnlyList<MyOrganisation> Mine { get; set; } = [new(OrganisationId, "Les Passerelles du Rhône", "verified", "owner")];

    public Profile? Profile { get; set; } = new(
        "Claire", new("Lyon", "69123", "69001", [4.835, 45.758]), 15, true, 3.5, ["secourisme", "allemand"], ["education", "environnement"], ["one-off", "regular"], true,
        ["wed-14", "wed-15", "sat-09"]);

    public IReadOnlyList<Candidacy> Applications { get; } = StubCandidacies.All;

    public IList<SavedSearch> SavedSearches { get; } =
    [
        new(
            new Guid("0193e000-0000-7000-8000-000000000001"), "Devoirs près de Lyon",
            "q=devoirs&near=45.758,4.835&radiusKm=30&domain=education&hours=wed-13,wed-14&sort=distance", "daily", Now.AddDays(-12), 2),
        new(
            new Guid("0193e000-0000-7000-8000-000000000002"), "Tout ce qui se fait de chez moi", "remote=full&sort=newest", "weekly",
            Now.AddDays(-40), 1),
    ];

    public static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant().Replace('-', ' ');
}

/// <summary>A place as the service gives it.</summary>
public sealed record StubPlace(string Code, string Name, string[] Postcodes, string Department, double[] Coordinates, int Population)
{
    public bool Answers(string q) => StubData.Plain(Name).Contains(StubData.Plain(q), StringComparison.Ordinal) || Postcodes.Contains(q);
}
