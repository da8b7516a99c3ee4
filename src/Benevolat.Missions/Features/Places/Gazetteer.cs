using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Places.Lookup;

namespace Benevolat.Missions.Features.Places;

/// <summary>
/// The places of France as this replica knows them: the built-in ones from the start, then what the database has
/// (<see cref="GazetteerReload"/>). Readers never wait: a new list takes the old one's place at once.
/// </summary>
public sealed class Gazetteer
{
    private volatile PlaceIndex _index = new([.. BuiltInPlaces.All.Select(facts => Commune.Of(facts, year: null))]);

    /// <summary>The version of the table that it shows.</summary>
    internal long Version => _index.Version;

    /// <summary>By INSEE code, former communes included.</summary>
    public Place? Find(string communeCode) => _index.Find(communeCode);

    /// <summary>By what stands in an address: "69405", "LYON CEDEX 03".</summary>
    public Place? Find(string postcode, string name) => _index.Find(postcode, name);

    /// <summary>
    /// Places whose name has words that begin like those of the question, or whose postcode begins so; exact names first, then the most
    /// populous.
    /// </summary>
    public IReadOnlyList<Place> Search(string question, int most) => _index.Search(question, most);

    /// <summary>Only places of exactly this name.</summary>
    public IReadOnlyList<Place> Named(string name, int most) => _index.Named(name, most);

    internal void Show(PlaceIndex index) => _index = index;
}
