namespace Benevolat.Index.Search.Segments;

/// <summary>
/// The words of each mission in their order, field by field: a count, then word numbers, as variable-length integers (the
/// commonest words take one byte). Phrases are checked against it, segments are merged from it, and no text needs to be kept.
/// </summary>
internal readonly ref struct ForwardText(ReadOnlySpan<byte> bytes, int position)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Reads the fields one after the other.</summary>
    public Reader Read() => new(_bytes, position);

    public ref struct Reader(ReadOnlySpan<byte> bytes, int position)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;

        /// <summary>Where the next number stands.</summary>
        public int Position { get; private set; } = position;

        /// <summary>The number of words in a field, then each word's number.</summary>
        public int Next()
        {
            int shift = 0, number = 0, part;
            do
            {
                part = _bytes[Position++];
                number |= (part & 0x7f) << shift;
                shift += 7;
            }
            while (part > 0x7f);

            return number;
        }
    }
}

/// <summary>Writes what <see cref="ForwardText"/> reads.</summary>
internal sealed class ForwardWriter(int capacity = 1024)
{
    private byte[] _bytes = new byte[Math.Max(16, capacity)];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Write(int number)
    {
        if (Length + 5 > _bytes.Length) { Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, 2L * _bytes.Length)); }
        for (; number > 0x7f; number >>= 7) { _bytes[Length++] = (byte)(number | 0x80); }
        _bytes[Length++] = (byte)number;
    }

    public byte[] ToArray() => _bytes.Length == Length ? _bytes : Written.ToArray();
}
