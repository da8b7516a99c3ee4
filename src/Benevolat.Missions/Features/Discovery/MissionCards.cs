using System.Buffers.Text;
using System.Text.Json;
using Benevolat.Index.Search;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Discovery.Indexing;
using Benevolat.ServiceDefaults.Json;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>How search is set up: section <c>Discovery</c>.</summary>
public sealed class DiscoveryOptions
{
    /// <summary>Results kept ready to send; each takes about 1 KB. Others are read from the database when they are found.</summary>
    public int CardsInMemory { get; set; } = 100_000;
}

/// <summary>
/// What results show of missions, as JSON ready to send. The index says which revision of a mission it found: a card of another one
/// is not shown but read again, so that a result never shows what the index no longer knows.
/// </summary>
internal sealed class MissionCards(MissionLoader loader, IOptions<DiscoveryOptions> options) : IDisposable
{
    private readonly MemoryCache _cards = new(new MemoryCacheOptions { SizeLimit = options.Value.CardsInMemory });

    /// <summary>Makes the cards of a mission while it is at hand, as long as there is room.</summary>
    public void Keep(PublishedMission mission, long revision)
    {
        if (_cards.Count >= options.Value.CardsInMemory) { return; }
        foreach (var place in Places(mission)) { Keep(mission, place, revision); }
    }

    /// <summary>The cards of these hits in order; null for a mission that was taken back this very moment.</summary>
    public async ValueTask<IReadOnlyList<Card?>> OfAsync(IReadOnlyList<MissionHit> hits, CancellationToken stop)
    {
        var (cards, missing) = (new Card?[hits.Count], new List<int>());
        for (var i = 0; i < hits.Count; i++)
        {
            if (_cards.TryGetValue((hits[i].Id, hits[i].Place), out Card? card) && card!.Revision == hits[i].Revision) { cards[i] = card; }
            else { missing.Add(i); }
        }

        if (missing.Count == 0) { return cards; }

        var read = (await loader.TheseAsync([.. missing.Select(i => hits[i].Id).Distinct()], stop)).ToDictionary(mission => mission.Mission.Id);
        foreach (var i in missing)
        {
            if (read.TryGetValue(hits[i].Id, out var mission)) { cards[i] = Keep(mission, hits[i].Place, hits[i].Revision); }
        }

        return cards;
    }

    public void Dispose() => _cards.Dispose();

    private static IEnumerable<int> Places(PublishedMission mission) =>
        mission.Mission.Addresses.Count == 0 || mission.Mission.Remote == Contracts.Vocabulary.RemoteWork.Full
            ? Enumerable.Range(-1, mission.Mission.Addresses.Count + 1) : Enumerable.Range(0, mission.Mission.Addresses.Count);

    private Card Keep(PublishedMission mission, int place, long revision) => _cards.Set(
        (mission.Mission.Id, place), Card.Of(ItemOf(mission, place), revision), new MemoryCacheEntryOptions { Size = 1 });

    private static SearchItem ItemOf(PublishedMission published, int place)
    {
        var mission = published.Mission;
        var address = mission.PlacesInOrder().Skip(Math.Max(0, place)).FirstOrDefault();
        return new SearchItem(
            mission.Id, mission.Title, Summary.Of(mission.Description),
            new SearchOrganisation(mission.OrganisationId, mission.OrganisationName, published.Organisation == OrganisationState.Verified),
            mission.Domain, mission.Kind, mission.Remote,
            address is null ? null : new SearchPlace(address.Commune, address.Postcode, address.Department, [address.Longitude, address.Latitude]),
            null, mission.PlacesLeft, mission.StartsOn, mission.PublishedAt ?? mission.CreatedAt);
    }
}

/// <summary>A <see cref="SearchItem"/> as JSON, cut where the distance goes in, which each search has its own of.</summary>
internal sealed class Card(SearchItem item, long revision, byte[] json, int cut)
{
    private static ReadOnlySpan<byte> Distance => "\"distanceKm\":"u8;

    private static ReadOnlySpan<byte> Nothing => "null"u8;

    public SearchItem Item => item;

    public long Revision => revision;

    public static Card Of(SearchItem item, long revision)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(item, JsonConventions.Tolerant);
        // Inside a text a quote would be escaped: this is the property.
        return new Card(item, revision, json, json.AsSpan().IndexOf(Distance) + Distance.Length);
    }

    /// <summary>The longest that <see cref="Write"/> gives.</summary>
    public int Longest => json.Length + 32;

    /// <summary>The item with its distance in kilometres.</summary>
    /// <returns>How many bytes it took.</returns>
    public int Write(double? distanceKm, Span<byte> target)
    {
        json.AsSpan(0, cut).CopyTo(target);
        var length = cut;
        if (distanceKm is { } distance && Utf8Formatter.TryFormat(distance, target[length..], out var digits)) { length += digits; }
        else
        {
            Nothing.CopyTo(target[length..]);
            length += Nothing.Length;
        }

        var rest = json.AsSpan(cut + Nothing.Length);
        rest.CopyTo(target[length..]);
        return length + rest.Length;
    }
}
