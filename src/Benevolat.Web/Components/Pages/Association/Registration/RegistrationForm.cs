using Benevolat.Web.Api;
using Benevolat.Web.Forms;

namespace Benevolat.Web.Components.Pages.Association.Registration;

/// <summary>An association as the steps of its registration show it. A step changes its own fields; the others stay as they were saved.</summary>
public sealed record RegistrationForm
{
    private const int SirenLength = 9;
    private const int SiretLength = 14;

    public string? Name { get; init; }
    public string? Street { get; init; }
    public string? Commune { get; init; }
    public string? CommuneCode { get; init; }
    public string? Postcode { get; init; }
    public string? Rna { get; init; }

    /// <summary>A SIREN, or the SIRET that begins with it: people have either at hand.</summary>
    public string? BusinessNumber { get; init; }
    public string? CourtRegister { get; init; }
    public string? Purpose { get; init; }
    public string? Website { get; init; }

    public static RegistrationForm Of(Organisation organisation) => new()
    {
        Name = organisation.Name,
        Street = organisation.Address?.Street,
        Commune = organisation.Address?.Commune,
        CommuneCode = organisation.Address?.CommuneCode,
        Postcode = organisation.Address?.Postcode,
        Rna = organisation.Rna,
        BusinessNumber = organisation.Siret ?? organisation.Siren,
        CourtRegister = organisation.CourtRegister,
        Purpose = organisation.Purpose,
        Website = organisation.Website,
    };

    /// <summary>The first step as typed; which commune that is stays to be found.</summary>
    internal RegistrationForm WithIdentity(PostedForm posted) => this with
    {
        Name = posted.Text("name"),
        Street = posted.Text("address.street"),
        Commune = posted.Text("place"),
        CommuneCode = posted.Text("placeCode"),
        Rna = Compact(posted.Text("rna"))?.ToUpperInvariant(),
        BusinessNumber = Compact(posted.Text("siren")),
        CourtRegister = posted.Text("courtRegister"),
    };

    internal RegistrationForm WithPurpose(PostedForm posted) => this with { Purpose = posted.Text("purpose"), Website = posted.Text("website") };

    public RegistrationForm At(PlaceItem? place) => place is null ? this : this with { Commune = place.Name, CommuneCode = place.Code, Postcode = place.Postcode };

    public OrganisationInput Content() => new(
        Name, Purpose, Rna, BusinessNumber?.Length == SiretLength ? BusinessNumber[..SirenLength] : BusinessNumber,
        BusinessNumber?.Length == SiretLength ? BusinessNumber : null, CourtRegister, Website, new(Street, Commune, CommuneCode, Postcode));

    /// <summary>Where the steps ask for what the service complains about.</summary>
    public static string FieldOf(string path) => path switch
    {
        "address.street" => path,
        "siret" => "siren",
        _ => path.StartsWith("address", StringComparison.Ordinal) ? "place" : path,
    };

    private static string? Compact(string? number) => number is null ? null : string.Concat(number.Where(letter => !char.IsWhiteSpace(letter)));
}
