using System.Buffers.Binary;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Index.Search;
using Npgsql;
using NpgsqlTypes;

namespace Benevolat.Benchmarks.Engines.Postgres;

/// <summary>A mission as a row: what is searched and filtered, nothing that is only shown. Codes are small numbers, which groups faster than text.</summary>
internal static class MissionRow
{
    public const string Columns = "id, title, other, description, domain, kind, remote, departments, open_to_minors, cells, place_order, places";

    private static readonly List<string> KnownDepartments = [];

    public static string Department(int code) => KnownDepartments[code];

    /// <summary>Writes it in the order of <see cref="Columns"/>.</summary>
    public static void Write(NpgsqlBinaryImporter copy, MissionDocument mission)
    {
        copy.StartRow();
        foreach (var (value, type) in Values(mission)) { if (value is null) { copy.WriteNull(); } else { copy.Write(value, type); } }
    }

    public static IEnumerable<(object? Value, NpgsqlDbType Type)> Values(MissionDocument mission)
    {
        yield return (mission.Id, NpgsqlDbType.Uuid);
        yield return (mission.Title, NpgsqlDbType.Text);
        yield return (Other(mission), NpgsqlDbType.Text);
        yield return (mission.Description, NpgsqlDbType.Text);
        yield return (Code(Codes.Domains, mission.Domain), NpgsqlDbType.Smallint);
        yield return (Code(Codes.Kinds, mission.Kind), NpgsqlDbType.Smallint);
        yield return (Code(Codes.Remotes, mission.Remote), NpgsqlDbType.Smallint);
        yield return (mission.Places.Select(place => Department(place.Department)).Distinct().ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Smallint);
        yield return (mission.OpenToMinors, NpgsqlDbType.Boolean);
        yield return (mission.Places.Select(place => $"c{CellGrid.Of(place.Point)}").Distinct().ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        yield return (mission.Places is [var first, ..] ? CellGrid.Order(first.Point) : -1L, NpgsqlDbType.Bigint);
        yield return (mission.Places.Count > 0 ? MultiPoint(mission.Places) : null, NpgsqlDbType.Bytea);
    }

    public static short Code(IReadOnlyList<string> codes, string value)
    {
        for (short i = 0; i < codes.Count; i++) { if (codes[i] == value) { return i; } }
        throw new ArgumentOutOfRangeException(nameof(value), value, "Not one of the corpus' codes.");
    }

    /// <summary>The words of the fields between title and description, the same that our index reads.</summary>
    public static string Other(MissionDocument mission) => string.Join(' ',
        [mission.OrganisationName, .. mission.Places.Select(place => $"{place.Commune} {place.Postcode}"), .. mission.Activities, .. mission.Audiences, .. mission.Skills]);

    public static short Department(string name)
    {
        var code = KnownDepartments.IndexOf(name);
        if (code >= 0) { return (short)code; }

        KnownDepartments.Add(name);
        return (short)(KnownDepartments.Count - 1);
    }

    /// <summary>Well-known binary with the reference system 4326.</summary>
    private static byte[] MultiPoint(IReadOnlyList<MissionPlace> places)
    {
        var bytes = new byte[13 + (21 * places.Count)];
        Head(bytes, 0x20000004);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(5), 4326);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(9), places.Count);
        for (var i = 0; i < places.Count; i++)
        {
            var point = bytes.AsSpan(13 + (21 * i));
            Head(point, 1);
            BinaryPrimitives.WriteDoubleLittleEndian(point[5..], places[i].Point.Longitude);
            BinaryPrimitives.WriteDoubleLittleEndian(point[13..], places[i].Point.Latitude);
        }

        return bytes;

        static void Head(Span<byte> at, int type)
        {
            at[0] = 1;   // little-endian
            BinaryPrimitives.WriteInt32LittleEndian(at[1..], type);
        }
    }
}
