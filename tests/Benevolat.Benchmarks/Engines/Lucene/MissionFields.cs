using System.Buffers.Binary;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Benchmarks.Engines.Postgres;
using Benevolat.Index.Geography;
using Benevolat.Index.Search;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Benevolat.Benchmarks.Engines.Lucene;

/// <summary>A mission as a Lucene document: words, coordinates to find by, and columns (doc values) to filter and count by.</summary>
internal static class MissionFields
{
    public const int BytesOfPlace = 14;

    // Frequencies for the score, but no positions: no phrase is asked for.
    private static readonly FieldType Words = new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS };

    public static Document Of(MissionDocument mission)
    {
        var document = new Document
        {
            new StringField("id", mission.Id.ToString("N"), Field.Store.NO),
            new BinaryDocValuesField("id", new BytesRef(mission.Id.ToByteArray())),
            new Field("title", mission.Title, Words),
            new Field("all", $"{mission.Title} {MissionRow.Other(mission)} {mission.Description}", Words),
            new NumericDocValuesField("flags", Flags(mission)),
            new BinaryDocValuesField("places", new BytesRef(Places(mission.Places))),
        };
        foreach (var place in mission.Places)
        {
            document.Add(new DoubleField("latitude", place.Point.Latitude, Field.Store.NO));
            document.Add(new DoubleField("longitude", place.Point.Longitude, Field.Store.NO));
        }

        return document;
    }

    /// <summary>Domain, kind, remote and "from 16 on" in one number: one column to read instead of four.</summary>
    public static long Flags(MissionDocument mission) =>
        ((long)MissionRow.Code(Codes.Domains, mission.Domain)) + (MissionRow.Code(Codes.Kinds, mission.Kind) * 256)
        + (MissionRow.Code(Codes.Remotes, mission.Remote) * 65_536) + (mission.OpenToMinors ? 1L << 24 : 0);

    /// <summary>Where on the unit sphere; comparing chords needs no trigonometry.</summary>
    public static (float X, float Y, float Z) OnSphere(GeoPoint point)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        var (sinLongitude, cosLongitude) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        return ((float)(cosLatitude * cosLongitude), (float)(cosLatitude * sinLongitude), (float)sinLatitude);
    }

    private static byte[] Places(IReadOnlyList<MissionPlace> places)
    {
        var bytes = new byte[places.Count * BytesOfPlace];
        for (var i = 0; i < places.Count; i++)
        {
            var at = bytes.AsSpan(i * BytesOfPlace);
            var (x, y, z) = OnSphere(places[i].Point);
            BinaryPrimitives.WriteSingleLittleEndian(at, x);
            BinaryPrimitives.WriteSingleLittleEndian(at[4..], y);
            BinaryPrimitives.WriteSingleLittleEndian(at[8..], z);
            BinaryPrimitives.WriteInt16LittleEndian(at[12..], MissionRow.Department(places[i].Department));
        }

        return bytes;
    }
}
