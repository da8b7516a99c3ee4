using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>How often each value of each facet comes by.</summary>
internal sealed class FacetCounter
{
    private static readonly string[] Names = ["domain", "kind", "remote", "department", "activity", "audience"];

    private readonly int[][] _counts = new int[Names.Length][];

    public void Start(Codebooks codes)
    {
        for (var facet = 0; facet < Names.Length; facet++)
        {
            var size = Book(codes, (Facet)facet).Count;
            if (_counts[facet] is { } counts && counts.Length >= size) { Array.Clear(counts); }
            else { _counts[facet] = new int[Math.Max(32, size)]; }
        }
    }

    /// <summary>Counts a mission everywhere (but by department, of which it may have several).</summary>
    public void CountAll(in MissionRecord record, ValueLists lists)
    {
        _counts[(int)Facet.Domain][record.Domain]++;
        _counts[(int)Facet.Kind][record.Kind]++;
        _counts[(int)Facet.Remote][record.Remote]++;
        CountList(Facet.Activity, lists[record.Activities]);
        CountList(Facet.Audience, lists[record.Audiences]);
    }

    /// <summary>Counts a mission in the one facet whose filter it fails.</summary>
    public void CountOnly(Facet facet, in MissionRecord record, ValueLists lists)
    {
        switch (facet)
        {
            case Facet.Domain: _counts[(int)facet][record.Domain]++; break;
            case Facet.Kind: _counts[(int)facet][record.Kind]++; break;
            case Facet.Remote: _counts[(int)facet][record.Remote]++; break;
            case Facet.Activity: CountList(facet, lists[record.Activities]); break;
            case Facet.Audience: CountList(facet, lists[record.Audiences]); break;
        }
    }

    public void CountDepartment(int department) => _counts[(int)Facet.Department][department]++;

    /// <summary>Most frequent first, then by value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Build(Codebooks codes)
    {
        var facets = new Dictionary<string, IReadOnlyList<FacetCount>>(Names.Length);
        for (var facet = 0; facet < Names.Length; facet++)
        {
            var (book, counts, values) = (Book(codes, (Facet)facet), _counts[facet], new List<FacetCount>());
            for (var code = 1; code < counts.Length; code++)
            {
                if (counts[code] > 0) { values.Add(new FacetCount(book.ValueOf(code), counts[code])); }
            }

            values.Sort((one, other) => one.Count != other.Count ? other.Count.CompareTo(one.Count) : string.CompareOrdinal(one.Value, other.Value));
            facets[Names[facet]] = values;
        }

        return facets;
    }

    private void CountList(Facet facet, ReadOnlySpan<int> codes)
    {
        foreach (var code in codes) { _counts[(int)facet][code]++; }
    }

    private static Codebook<string> Book(Codebooks codes, Facet facet) => facet switch
    {
        Facet.Domain => codes.Domains,
        Facet.Kind => codes.Kinds,
        Facet.Remote => codes.Remotes,
        Facet.Department => codes.Departments,
        Facet.Activity => codes.Activities,
        _ => codes.Audiences,
    };
}
