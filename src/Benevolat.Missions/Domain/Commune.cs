namespace Benevolat.Missions.Domain;

/// <summary>
/// A commune of France, or an arrondissement of Paris, Lyon or Marseille. Never forgotten: missions and profiles name it by its code
/// long after it became part of another.
/// </summary>
public sealed class Commune
{
    private Commune() { }

    /// <summary>INSEE code.</summary>
    public string Code { get; private init; } = "";
    public string Name { get; private set; } = "";
    public List<string> Postcodes { get; private set; } = [];
    public string Department { get; private init; } = "";
    public double Longitude { get; private set; }
    public double Latitude { get; private set; }
    public int Population { get; private set; }

    /// <summary>For an arrondissement, its city.</summary>
    public string? Parent { get; private init; }

    /// <summary>The commune that it became part of, as far as a list said so.</summary>
    public string? MergedInto { get; private set; }

    /// <summary>False once it merged, or once a complete list no longer had it.</summary>
    public bool IsCurrent { get; private set; } = true;

    /// <summary>Year of the official list that spoke of it last; null while it is only built in.</summary>
    public int? ListYear { get; private set; }

    /// <summary>Grows with every change of the gazetteer: the highest one tells whether anything changed.</summary>
    public long Version { get; private set; }

    public bool IsBuiltIn => ListYear is null;

    public CommuneFacts Facts => new(Code, Name, Postcodes, Longitude, Latitude, Population);

    internal static Commune Of(CommuneFacts facts, int? year) => new()
    {
        Code = facts.Code,
        Name = facts.Name,
        Postcodes = [.. facts.Postcodes],
        Department = Communes.DepartmentOf(facts.Code),
        Longitude = facts.Longitude,
        Latitude = facts.Latitude,
        Population = facts.Population,
        Parent = Communes.CityOf(facts.Code),
        ListYear = year,
    };

    /// <summary>What a list or a new version of the built-in towns says of it; false when that is known already.</summary>
    internal bool Describe(CommuneFacts facts, int? year)
    {
        ListYear = year ?? ListYear;
        if (IsCurrent && Facts.SayTheSameAs(facts)) { return false; }

        Take(facts);
        (IsCurrent, MergedInto) = (true, null);
        return true;
    }

    internal bool MergeInto(string code, int year)
    {
        if (!IsCurrent && MergedInto == code) { return false; }

        (IsCurrent, MergedInto, ListYear) = (false, code, year);
        return true;
    }

    /// <summary>A former commune of which only the code was known, and so the name of its successor, gets its own name back.</summary>
    internal bool Recall(CommuneFacts facts, Commune successor)
    {
        if (IsCurrent || Name != successor.Name || facts.Name == Name) { return false; }

        Take(facts);
        return true;
    }

    internal void Retire(int year) => (IsCurrent, ListYear) = (false, year);

    internal void MarkChanged(long version) => Version = version;

    private void Take(CommuneFacts facts)
    {
        (Name, Postcodes, Population) = (facts.Name, [.. facts.Postcodes], facts.Population);
        (Longitude, Latitude) = (facts.Longitude, facts.Latitude);
    }
}

/// <summary>What the official list says of a commune.</summary>
/// <param name="Population">Inhabitants; 0 where the list says nothing.</param>
public sealed record CommuneFacts(
    string Code, string Name, IReadOnlyList<string> Postcodes, double Longitude, double Latitude, int Population)
{
    /// <summary>Equality of records would compare the lists of postcodes by reference.</summary>
    public bool SayTheSameAs(CommuneFacts other) =>
        (Code, Name, Longitude, Latitude, Population) == (other.Code, other.Name, other.Longitude, other.Latitude, other.Population)
        && Postcodes.SequenceEqual(other.Postcodes);
}
