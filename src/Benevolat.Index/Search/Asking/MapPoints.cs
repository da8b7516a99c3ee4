using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>Every place where something that fits takes place.</summary>
internal static class MapPoints
{
    /// <summary>A cell of the map is a quarter of a tile wide, 64 pixels.</summary>
    private const int CellsPerTile = 4;

    /// <summary>With those that are nowhere, since they fit too: place −1.</summary>
    public static List<MapPoint> Of(IReadOnlyList<SegmentPart> parts, Ask ask)
    {
        var points = new List<MapPoint>();
        foreach (var part in parts)
        {
            var sink = new PointSink(part, ask.Filters, points);
            new Scan(part.Segment, ask, Scratch.Mine).All(ref sink);
        }

        return points;
    }

    public static MissionMap Gather(List<MapPoint> points, int zoom, int most)
    {
        var total = points.Select(point => point.Id).Distinct().Count();
        points.RemoveAll(point => point.Place < 0);
        if (points.Count <= most) { return new MissionMap(points, [], total); }

        var cells = points.GroupBy(point => Cell(point, CellsPerTile << zoom)).OrderBy(cell => cell.Key).Select(cell => cell.ToList()).ToList();
        return new MissionMap(
            [.. cells.Where(cell => cell.Count == 1).Select(cell => cell[0])],
            [.. cells.Where(cell => cell.Count > 1).Select(cell => new MapCluster(
                cell.Count, cell.Average(point => point.Longitude), cell.Average(point => point.Latitude)))],
            total);
    }

    /// <summary>Web Mercator, as every map on the web is drawn.</summary>
    private static (int Row, int Column) Cell(MapPoint point, int cells)
    {
        var latitude = double.DegreesToRadians(Math.Clamp(point.Latitude, -85.05, 85.05));
        var north = (1 - (Math.Asinh(Math.Tan(latitude)) / Math.PI)) / 2;
        return ((int)(north * cells), (int)((point.Longitude + 180) / 360 * cells));
    }

    private readonly struct PointSink(SegmentPart part, Filters filters, List<MapPoint> points) : ISink
    {
        public void Take(int placement, float value, bool inside)
        {
            if (part.Dead.Contains(placement)) { return; }

            var segment = part.Segment;
            ref readonly var spot = ref segment.Spots[placement];
            if (!inside && !filters.FitsPlace(segment, placement)) { return; }
            if (!filters.FitsDepartment(segment.Facts[placement]) || filters.Failed(segment, placement) != 0) { return; }

            ref readonly var details = ref segment.Details[placement];
            points.Add(new MapPoint(segment.Ids[placement].ToGuid(), segment.Revisions[placement], spot.Place, details.Longitude, details.Latitude));
        }
    }
}
