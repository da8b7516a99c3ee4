namespace Benevolat.Missions.Domain;

/// <summary>One of the places where a mission happens; the first is the main one.</summary>
public sealed class Address
{
    private Address() { }

    internal Address(Guid id, int position, AddressContent content)
    {
        (Id, Position) = (id, position);
        (Street, Commune, CommuneCode, Postcode) = (content.Street, content.Commune, content.CommuneCode, content.Postcode);
        (Longitude, Latitude) = (content.Longitude, content.Latitude);
        Department = Communes.DepartmentOf(content.CommuneCode);
    }

    public Guid Id { get; private init; }
    public int Position { get; private init; }
    public string? Street { get; private init; }
    public string Commune { get; private init; } = "";
    public string CommuneCode { get; private init; } = "";
    public string Postcode { get; private init; } = "";
    public string Department { get; private init; } = "";
    public double Longitude { get; private init; }
    public double Latitude { get; private init; }

    internal AddressContent Content => new(Street, Commune, CommuneCode, Postcode, Longitude, Latitude);
}
