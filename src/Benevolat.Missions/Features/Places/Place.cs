using System.ComponentModel;
using System.Text.Json.Serialization;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Places;

/// <summary>A commune, or an arrondissement of Paris, Lyon or Marseille.</summary>
/// <param name="Code">INSEE code.</param>
/// <param name="Coordinates">[longitude, latitude] of its centre.</param>
public sealed record Place(
    string Code, string Name, IReadOnlyList<string> Postcodes, string Department, IReadOnlyList<double> Coordinates, int Population)
{
    [Description("Only of a former commune: the one that it belongs to now.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlaceReference? MergedInto { get; init; }

    [Description("`true` for what is no commune any more, absent otherwise.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Former { get; init; }

    /// <summary>The code to write today: of a former commune, its successor's.</summary>
    internal string PresentCode => MergedInto?.Code ?? Code;

    internal static Place Of(Commune commune, PlaceReference? mergedInto) => new(
        commune.Code, commune.Name, commune.Postcodes, commune.Department, [commune.Longitude, commune.Latitude], commune.Population)
    {
        MergedInto = mergedInto,
        Former = !commune.IsCurrent,
    };
}

/// <summary>A commune by code and name.</summary>
public sealed record PlaceReference(string Code, string Name);
