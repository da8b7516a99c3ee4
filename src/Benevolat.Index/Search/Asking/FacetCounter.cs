using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>How often each value of each facet comes by.</summary>
internal sealed class FacetCounter
{
    private static readonly string[] Names = ["domain", "kind", "remote", "department", "activity", "audience"];

    private readonly int[][] _counts = [.. Names.Select(_ => new int[32])];
    private int[] _domains = [];
    private int[] _kinds = [];
    private int[] _remotes = [];
    private int[] _departments = [];
    private readonly ListTally _activities = new();
    private readonly ListTally _audiences = new();

    public void Start(Codebooks codes)
    {
        for (var facet = 0; facet < Names.Length; facet++)
        {
            var size = Book(codes, (Facet)facet).Count;
            if (_counts[facet].Length >= size) { Array.Clear(_counts[facet]); }
            else { _counts[facet] = new int[size]; }
        }

        // A step less to each, for every candidate.
        (_domains, _kinds, _remotes, _departments) =
            (_counts[(int)Facet.Domain], _counts[(int)Facet.Kind], _counts[(int)Facet.Remote], _counts[(int)Facet.Department]);
    }

    /// <summary>Counts a mission everywhere (but by department, of which it may have several).</summary>
    public void CountAll(Segment segment, int placement)
    {
        ref readonly var facts = ref segment.Facts[placement];
        _domains[facts.Domain]++;
        _kinds[facts.Kind]++;
        _remotes[facts.Remote]++;
        ref readonly var labels = ref segment.Labels[placement];
        _activities.Count(labels.Activities);
        _audiences.Count(labels.Audiences);
    }

    /// <summary>Before a segment is scanned, whose lists these are.</summary>
    public void StartSegment(ValueLists lists)
    {
        _activities.Start(lists);
        _audiences.Start(lists);
    }

    /// <summary>After it: what was counted by list goes to the values.</summary>
    public void EndSegment(ValueLists lists)
    {
        _activities.MoveTo(_counts[(int)Facet.Activity], lists);
        _audiences.MoveTo(_counts[(int)Facet.Audience], lists);
    }

    /// <summary>Counts a mission in the one facet whose filter it fails.</summary>
    public void CountOnly(Facet facet, Segment segment, int placement)
    {
        switch (facet)
        {
            case Facet.Domain: _domains[segment.Facts[placement].Domain]++; break;
            case Facet.Kind: _kinds[segment.Facts[placement].Kind]++; break;
            case Facet.Remote: _remotes[segment.Facts[placement].Remote]++; break;
            case Facet.Activity: _activities.Count(segment.Labels[placement].Activities); break;
            case Facet.Audience: _audiences.Count(segment.Labels[placement].Audiences); break;
        }
    }

    public void CountDepartment(int department) => _departments[department]++;

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

/// <summary>
/// How often each list of values comes by. Missions share few different lists, so that one sum for each list and a look into them at the
/// end is less than a look into the list of every mission.
/// </summary>
internal sealed class ListTally
{
    private readonly List<int> _met = [];
    private int[] _counts = [];

    public void Start(ValueLists lists)
    {
        if (_counts.Length < lists.Length) { _counts = new int[lists.Length]; }
    }

    public void Count(int list)
    {
        if (_counts[list]++ == 0) { _met.Add(list); }
    }

    public void MoveTo(int[] values, ValueLists lists)
    {
        foreach (var list in _met)
        {
            foreach (var value in lists[list]) { values[value] += _counts[list]; }
            _counts[list] = 0;
        }

        _met.Clear();
    }
}
