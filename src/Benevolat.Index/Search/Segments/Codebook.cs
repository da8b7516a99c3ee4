using System.Collections.Concurrent;

namespace Benevolat.Index.Search.Segments;

/// <summary>Numbers for the values of one field (domains, activities, organisations…), from 1; 0 is no value. Numbers never change.</summary>
internal sealed class Codebook<TValue>
    where TValue : notnull
{
    private readonly ConcurrentDictionary<TValue, int> _codes = new();
    private volatile TValue[] _values = new TValue[16];

    /// <summary>One more than the highest number in use.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>The number of a value, a new one if need be. Only for the one who writes.</summary>
    public int CodeOf(TValue value)
    {
        if (_codes.TryGetValue(value, out var code)) { return code; }

        code = Count;
        if (code == _values.Length) { _values = [.. _values, .. new TValue[code]]; }
        _values[code] = value;
        Count = code + 1;
        _codes[value] = code;
        return code;
    }

    /// <summary>The numbers of those values that are in use.</summary>
    public int[] Find(IReadOnlyList<TValue> values) => [.. values.Select(value => _codes.GetValueOrDefault(value)).Where(code => code > 0).Distinct()];

    public TValue ValueOf(int code) => _values[code];
}

/// <summary>One codebook for each field that queries choose values of.</summary>
internal sealed class Codebooks
{
    public Codebook<string> Domains { get; } = new();
    public Codebook<string> Kinds { get; } = new();
    public Codebook<string> Remotes { get; } = new();
    public Codebook<string> Departments { get; } = new();
    public Codebook<string> Activities { get; } = new();
    public Codebook<string> Audiences { get; } = new();
    public Codebook<string> Skills { get; } = new();
    public Codebook<string> Networks { get; } = new();
    public Codebook<Guid> Organisations { get; } = new();

    /// <summary>The code of <c>full</c>, known from the start.</summary>
    public int FullyRemote { get; }

    public Codebooks() => FullyRemote = Remotes.CodeOf("full");
}
