namespace Benevolat.Index.Search.Segments;

/// <summary>
/// For each stem the placements that have it, ascending, each with its impact. Numbers are split into chunks of 65,536, so that two
/// bytes keep one and lists are searched as they are, without unpacking.
/// </summary>
/// <param name="starts">Where the list of a stem in a chunk begins: by stem, then by chunk, and one end.</param>
internal sealed class Postings(int chunks, int[] starts, ushort[] placements, byte[] impacts, int[] documents)
{
    public const int ChunkBits = 16;

    public int Chunks => chunks;

    public ushort[] Placements => placements;

    public byte[] Impacts => impacts;

    public long Bytes => (starts.Length + documents.Length) * 4L + (placements.Length * 3L);

    /// <summary>Documents that have the stem, those dead since included.</summary>
    public int DocumentsWith(int stem) => documents[stem];

    /// <summary>The part of a stem's list that lies in a chunk, as places in <see cref="Placements"/>.</summary>
    public (int Start, int End) List(int stem, int chunk)
    {
        var list = (stem * chunks) + chunk;
        return (starts[list], starts[list + 1]);
    }

    /// <summary>The part of a list from one low number to another, both included.</summary>
    public (int Start, int End) Within(int stem, int chunk, int first, int last)
    {
        var (start, end) = List(stem, chunk);
        if (first > 0) { start = Seek(start, end, first); }
        if (last < ushort.MaxValue) { end = Seek(start, end, last + 1); }
        return (start, end);
    }

    /// <summary>The impact of a stem in a placement; 0 when it isn't there.</summary>
    public byte ImpactOf(int stem, int placement)
    {
        var (start, end) = List(stem, placement >> ChunkBits);
        var place = Seek(start, end, placement & ushort.MaxValue);
        return place < end && placements[place] == (placement & ushort.MaxValue) ? impacts[place] : (byte)0;
    }

    private int Seek(int start, int end, int low)
    {
        while (start < end)
        {
            var middle = (start + end) >>> 1;
            if (placements[middle] < low) { start = middle + 1; }
            else { end = middle; }
        }

        return start;
    }
}
