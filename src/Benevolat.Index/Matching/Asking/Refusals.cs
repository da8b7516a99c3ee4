using Benevolat.Index.Matching.Segments;
using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Matching.Asking;

/// <summary>Who isn't wanted.</summary>
internal sealed class Refusals(HashSet<UInt128>? ids, HashSet<int>? organisations)
{
    public static readonly Refusals None = new(null, null);

    public static Refusals Of(MatchAsk ask, Codebook<Guid>? organisations)
    {
        var refused = organisations is null || ask.ExcludedOrganisations.Count == 0 ? [] : organisations.Find([.. ask.ExcludedOrganisations]);
        return ask.Excluded.Count == 0 && refused.Length == 0 ? None : new Refusals(
            ask.Excluded.Count == 0 ? null : [.. ask.Excluded.Select(id => id.ToNumber())], refused.Length == 0 ? null : [.. refused]);
    }

    public bool Has(MatchSegment segment, int owner) =>
        (ids is not null && ids.Contains(segment.Ids[owner])) || (organisations is not null && organisations.Contains(segment.Organisations[owner]));
}
