namespace Benevolat.Volunteers.Domain;

/// <summary>The commune a person starts from, and nothing finer.</summary>
public sealed record Place
{
    private const int Decimals = 2;

    private Place() { }

    public string Commune { get; private init; } = "";

    /// <summary>INSEE code: five characters, Corsica has letters in it.</summary>
    public string CommuneCode { get; private init; } = "";

    public string Postcode { get; private init; } = "";

    public double Longitude { get; private init; }

    public double Latitude { get; private init; }

    /// <summary>Coordinates are kept to about a kilometre: whoever sends their doorstep instead of the commune's centre stays hidden all the same.</summary>
    public static Place In(string commune, string communeCode, string postcode, double longitude, double latitude)
    {
        ProfileRules.CommuneCode.Require(communeCode is { Length: 5 });
        ProfileRules.Coordinates.Require(longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90);
        return new Place
        {
            Commune = commune.Trim(),
            CommuneCode = communeCode,
            Postcode = postcode,
            Longitude = Math.Round(longitude, Decimals),
            Latitude = Math.Round(latitude, Decimals),
        };
    }
}
