namespace Benevolat.Missions.Domain;

/// <summary>The communes of one year, as published.</summary>
/// <param name="IsPartial">Only some departments: what is not in it says nothing.</param>
/// <param name="Former">Communes that became part of others, at any time.</param>
public sealed record CommuneList(int Year, bool IsPartial, IReadOnlyList<CommuneFacts> Communes, IReadOnlyList<FormerCommune> Former);

/// <summary>A commune that became part of another. Of many only the code is published.</summary>
/// <param name="Into">Code of the other, which may itself have become part of a third.</param>
public sealed record FormerCommune(
    string Code, string Into, string? Name = null, IReadOnlyList<string>? Postcodes = null,
    double? Longitude = null, double? Latitude = null, int? Population = null)
{
    /// <summary>What isn't published of it is as in the commune that it belongs to now.</summary>
    internal CommuneFacts Within(Commune commune) => new(
        Code, Name ?? commune.Name, Postcodes is { Count: > 0 } ? Postcodes : commune.Postcodes,
        Longitude ?? commune.Longitude, Latitude ?? commune.Latitude, Population ?? 0);
}
