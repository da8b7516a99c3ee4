using System.Globalization;
using Benevolat.Web.Api;
using Benevolat.Web.Forms;
using Benevolat.Web.Places;
using Benevolat.Web.Text;

namespace Benevolat.Web.Components.Pages.Volunteer;

/// <summary>A profile as its form shows it: texts as typed, boxes as ticked.</summary>
internal sealed record ProfileForm
{
    public static readonly IReadOnlyList<(string Value, string Label)> Radii = [.. new[] { 2, 5, 10, 15, 30, 50, 100 }
        .Select(radius => (radius.ToString(CultureInfo.InvariantCulture), $"{radius} km"))];

    public string? FirstName { get; init; }
    public string? Commune { get; init; }
    public string? CommuneCode { get; init; }
    public string RadiusKm { get; init; } = "15";
    public bool Remote { get; init; }
    public string? HoursPerWeek { get; init; }
    public string? Skills { get; init; }
    public string? SkillsToLearn { get; init; }
    public bool OnlyOpenToMinors { get; init; }
    public bool NeedsAccessibility { get; init; }
    public IReadOnlyList<string> Causes { get; init; } = [];
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public bool Visible { get; init; }
    public IReadOnlySet<string> Ticked { get; init; } = new HashSet<string>();

    public static ProfileForm Of(Profile profile) => new()
    {
        FirstName = profile.FirstName,
        Commune = profile.Place?.Commune,
        CommuneCode = profile.Place?.CommuneCode,
        RadiusKm = (profile.RadiusKm ?? 15).ToString(CultureInfo.InvariantCulture),
        Remote = profile.Remote,
        HoursPerWeek = profile.HoursPerWeek?.ToString(CultureInfo.CurrentCulture),
        Skills = string.Join(", ", profile.Skills ?? []),
        SkillsToLearn = string.Join(", ", profile.SkillsToLearn ?? []),
        OnlyOpenToMinors = profile.OnlyOpenToMinors,
        NeedsAccessibility = profile.NeedsAccessibility,
        Causes = profile.Causes ?? [],
        Kinds = profile.Kinds ?? [],
        Visible = profile.VisibleToOrganisations,
        Ticked = Week.Boxes(profile.Hours ?? []),
    };

    public static ProfileForm Of(PostedForm posted) => new()
    {
        FirstName = posted.Text("firstName"),
        Commune = posted.Text("place"),
        CommuneCode = posted.Text("placeCode"),
        RadiusKm = posted.Text("radiusKm") ?? "15",
        Remote = posted.IsChecked("remote"),
        HoursPerWeek = posted.Text("hoursPerWeek"),
        Skills = string.Join(", ", posted.Words("skills")),
        SkillsToLearn = string.Join(", ", posted.Words("skillsToLearn")),
        OnlyOpenToMinors = posted.IsChecked("onlyOpenToMinors"),
        NeedsAccessibility = posted.IsChecked("needsAccessibility"),
        Causes = posted.Many("causes"),
        Kinds = posted.Many("kinds"),
        Visible = posted.IsChecked("visibleToOrganisations"),
        Ticked = posted.Many("hours").ToHashSet(),
    };

    /// <summary>What the service gets; what can't be read becomes an error at its field.</summary>
    public ProfileInput Read(PostedForm posted, PlaceAnswer place, FormErrors errors, Texts t) => new()
    {
        FirstName = FirstName,
        Place = place.Place is { } commune ? new(commune.Name, commune.Code, commune.Postcode, commune.Coordinates) : null,
        RadiusKm = posted.Whole("radiusKm", errors, t["Choisissez une distance."]),
        Remote = Remote,
        HoursPerWeek = posted.Number("hoursPerWeek", errors, t["Écrivez un nombre d'heures, par exemple 3 ou 2,5."]),
        Skills = posted.Words("skills"),
        SkillsToLearn = posted.Words("skillsToLearn"),
        Causes = Causes,
        Kinds = Kinds,
        VisibleToOrganisations = Visible,
        OnlyOpenToMinors = OnlyOpenToMinors,
        NeedsAccessibility = NeedsAccessibility,
    };
}
