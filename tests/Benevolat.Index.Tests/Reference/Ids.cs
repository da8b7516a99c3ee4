using System.Buffers.Binary;

namespace Benevolat.Index.Tests.Reference;

/// <summary>Ids as 128-bit numbers in the byte order of RFC 9562, which is PostgreSQL's.</summary>
internal static class Ids
{
    public static UInt128 Number(Guid id) => BinaryPrimitives.ReadUInt128BigEndian(id.ToByteArray(bigEndian: true));
}
