using System.Buffers.Binary;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Index.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Benevolat.Benchmarks.Engines.Lucene;

/// <summary>Looks at each document that has the words: checks distance and filters by columns, counts facets, keeps the best.</summary>
internal sealed class HitCollector : ICollector
{
    private readonly MissionQuery _query;
    private readonly (float X, float Y, float Z) _near;
    private readonly float _chord;
    private readonly long _domains;
    private readonly long _kinds;
    private readonly (float Score, int Document)[] _best;
    private readonly int[][] _counts = [new int[32], new int[8], new int[4], new int[256]];
    private readonly BytesRef _places = new();
    private readonly HashSet<short> _departments = [];
    private NumericDocValues _flags = null!;
    private BinaryDocValues _positions = null!;
    private Scorer _scorer = null!;
    private int _base;
    private int _kept;

    public HitCollector(MissionQuery query)
    {
        _query = query;
        _near = MissionFields.OnSphere(query.Near!.Value);
        var half = Math.Sin(query.RadiusKm!.Value / (2 * Distance.EarthRadiusKm));
        _chord = (float)(4 * half * half);
        _domains = Mask(Codes.Domains, query.Domains);
        _kinds = Mask(Codes.Kinds, query.Kinds);
        _best = new (float, int)[query.Limit];
    }

    public bool AcceptsDocsOutOfOrder => false;

    public int Total { get; private set; }

    public IEnumerable<int> Best => _best.Take(_kept).Select(hit => hit.Document);

    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets() => !_query.WithFacets ? Answer.NoFacets : new Dictionary<string, IReadOnlyList<FacetCount>>
    {
        ["domain"] = Counted(0, code => Codes.Domains[code]),
        ["kind"] = Counted(1, code => Codes.Kinds[code]),
        ["remote"] = Counted(2, code => Codes.Remotes[code]),
        ["department"] = Counted(3, Postgres.MissionRow.Department),
    };

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        _base = context.DocBase;
        _flags = context.AtomicReader.GetNumericDocValues("flags");
        _positions = context.AtomicReader.GetBinaryDocValues("places");
    }

    public void Collect(int doc)
    {
        var flags = _flags.Get(doc);
        if (_query.OpenToMinors && (flags & (1L << 24)) == 0) { return; }
        var (domain, kind) = ((int)(flags & 0xFF), (int)((flags >> 8) & 0xFF));
        var (domainFits, kindFits) = ((_domains >> domain & 1) != 0, (_kinds >> kind & 1) != 0);
        if ((!domainFits && !kindFits) || (!_query.WithFacets && !(domainFits && kindFits)) || !IsNear(doc)) { return; }

        if (kindFits) { _counts[0][domain]++; }
        if (domainFits) { _counts[1][kind]++; }
        if (!domainFits || !kindFits) { return; }

        Total++;
        _counts[2][(int)((flags >> 16) & 0xFF)]++;
        if (_query.WithFacets) { CountDepartments(); }
        Keep(_scorer.GetScore(), _base + doc);
    }

    /// <summary>Leaves the places in <see cref="_places"/>.</summary>
    private bool IsNear(int doc)
    {
        _positions.Get(doc, _places);
        for (var at = 0; at < _places.Length; at += MissionFields.BytesOfPlace)
        {
            var place = _places.Bytes.AsSpan(_places.Offset + at);
            var x = BinaryPrimitives.ReadSingleLittleEndian(place) - _near.X;
            var y = BinaryPrimitives.ReadSingleLittleEndian(place[4..]) - _near.Y;
            var z = BinaryPrimitives.ReadSingleLittleEndian(place[8..]) - _near.Z;
            if ((x * x) + (y * y) + (z * z) <= _chord) { return true; }
        }

        return false;
    }

    private void CountDepartments()
    {
        if (_places.Length == MissionFields.BytesOfPlace) { _counts[3][DepartmentAt(0)]++; return; }
        _departments.Clear();
        for (var at = 0; at < _places.Length; at += MissionFields.BytesOfPlace) { if (_departments.Add(DepartmentAt(at))) { _counts[3][DepartmentAt(at)]++; } }
    }

    private short DepartmentAt(int at) => BinaryPrimitives.ReadInt16LittleEndian(_places.Bytes.AsSpan(_places.Offset + at + 12));

    private void Keep(float score, int document)
    {
        if (_kept == _best.Length && score <= _best[^1].Score) { return; }
        if (_kept < _best.Length) { _kept++; }
        var at = _kept - 1;
        for (; at > 0 && _best[at - 1].Score < score; at--) { _best[at] = _best[at - 1]; }
        _best[at] = (score, document);
    }

    private List<FacetCount> Counted(int facet, Func<int, string> name) =>
        [.. _counts[facet].Index().Where(value => value.Item > 0).Select(value => new FacetCount(name(value.Index), value.Item))];

    private static long Mask(IReadOnlyList<string> codes, IReadOnlyList<string> wanted) =>
        wanted.Count == 0 ? -1 : wanted.Aggregate(0L, (mask, value) => mask | (1L << Postgres.MissionRow.Code(codes, value)));
}
