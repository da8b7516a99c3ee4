namespace Benevolat.Index.Geography;

/// <summary>Cells that a shape on the map may touch.</summary>
/// <param name="Whole">Every point of these cells lies inside, so that nobody needs to measure.</param>
internal readonly record struct CellRange(uint First, uint Last, bool Whole);

/// <summary>Covers shapes with few runs of cells: squares that lie inside, and at the edge squares that are small beside the shape.</summary>
internal static class Cover
{
    /// <summary>Squares at the edge are a fifth of the radius or smaller: finer ones cost more to find than they save.</summary>
    private const double Fineness = 5;

    /// <summary>Ground that rounding to single precision may move a point by, and more.</summary>
    private const double MarginKm = 0.01;
    private const int MostStartingSquares = 16;

    /// <summary>From so many ranges on squares stay as large as they are: a line around the world touches 65,536 cells.</summary>
    private const int MostRanges = 1000;

    public static List<CellRange> OfCircle(GeoPoint centre, double radiusKm)
    {
        var ranges = new List<CellRange>();
        var radius = radiusKm / UnitVector.EarthRadiusKm;
        if (!(radius >= 0)) { return []; }
        // From outside the map everybody has to be measured.
        if (!(Math.Abs(centre.Latitude) <= 90 && Math.Abs(centre.Longitude) <= 180)) { return [new(0, HilbertCurve.Nowhere - 1, false)]; }
        if (radius >= Math.PI) { return [new(0, HilbertCurve.Nowhere - 1, true)]; }

        var circle = new Circle(centre, radius, MarginKm / UnitVector.EarthRadiusKm);
        foreach (var (level, column, row) in Starts(circle.Bounds()))
        {
            Split(circle, level, column, row, ranges);
        }

        return Joined(ranges);
    }

    public static List<CellRange> OfBox(GeoBox box)
    {
        var ranges = new List<CellRange>();
        // NaN compares with nothing: everybody has to be measured.
        if (double.IsNaN(box.West + box.South + box.East + box.North)) { return [new(0, HilbertCurve.Nowhere - 1, false)]; }

        foreach (var part in box.West <= box.East ? [box] : new[] { box with { East = 180 }, box with { West = -180 } })
        {
            var shape = new Rectangle(part);
            // What lies outside the world has no squares.
            var inWorld = new GeoBox(Math.Clamp(part.West, -180, 180), Math.Clamp(part.South, -90, 90), Math.Clamp(part.East, -180, 180), Math.Clamp(part.North, -90, 90));
            foreach (var (level, column, row) in Starts(inWorld)) { Split(shape, level, column, row, ranges); }
        }

        return Joined(ranges);
    }

    /// <summary>The finest level at which a few squares hold the whole shape.</summary>
    private static IEnumerable<(int Level, int Column, int Row)> Starts(GeoBox bounds)
    {
        var level = HilbertCurve.Levels;
        (int West, int South, int East, int North) span;
        do
        {
            level--;
            var squares = 1 << level;
            // The last squares hold their far edges too: 180° and the pole.
            span = (Math.Min(Index(bounds.West + 180, 360, squares), squares - 1), Math.Min(Index(bounds.South + 90, 180, squares), squares - 1),
                Index(bounds.East + 180, 360, squares), Math.Min(Index(bounds.North + 90, 180, squares), squares - 1));
        }
        while (level > 0 && (span.East - span.West + 1) * (span.North - span.South + 1) > MostStartingSquares);

        for (var row = span.South; row <= span.North; row++)
        {
            for (var column = span.West; column <= span.East; column++) { yield return (level, Modulo(column, 1 << level), row); }
        }
    }

    private static int Index(double degrees, double all, int squares) => (int)Math.Floor(degrees / all * squares);

    /// <summary>Longitudes that run over the date line come back on the other side.</summary>
    private static int Modulo(int column, int squares) => ((column % squares) + squares) % squares;

    private static void Split<TShape>(TShape shape, int level, int column, int row, List<CellRange> ranges)
        where TShape : IShape
    {
        var (width, height) = (360.0 / (1 << level), 180.0 / (1 << level));
        var square = new GeoBox((column * width) - 180, (row * height) - 90, ((column + 1) * width) - 180, ((row + 1) * height) - 90);
        var relation = shape.Relate(square);
        if (relation == Relation.Apart) { return; }

        if (relation == Relation.Inside || level == HilbertCurve.Levels || ranges.Count >= MostRanges || shape.IsFineEnough(square))
        {
            var (first, last) = HilbertCurve.Square(level, column, row);
            // The curve's last two cells share a number, since nowhere has the last one: there everybody is measured.
            ranges.Add(new(first, last, relation == Relation.Inside && last < HilbertCurve.Nowhere - 1));
            return;
        }

        for (var quarter = 0; quarter < 4; quarter++) { Split(shape, level + 1, (2 * column) + (quarter & 1), (2 * row) + (quarter >> 1), ranges); }
    }

    private static List<CellRange> Joined(List<CellRange> ranges)
    {
        ranges.Sort((one, other) => one.First.CompareTo(other.First));
        var joined = new List<CellRange>(ranges.Count);
        foreach (var range in ranges)
        {
            if (joined.Count == 0 || joined[^1] is var last && (range.First > last.Last + 1 || (range.First > last.Last && range.Whole != last.Whole)))
            {
                joined.Add(range);
            }
            else
            {
                // Next to the last one, or the same squares again, from a shape that runs around the world.
                joined[^1] = new(joined[^1].First, Math.Max(joined[^1].Last, range.Last), joined[^1].Whole && range.Whole);
            }
        }

        return joined;
    }

    private enum Relation { Apart, Touches, Inside }

    private interface IShape
    {
        Relation Relate(GeoBox square);

        bool IsFineEnough(GeoBox square);
    }

    /// <param name="radius">In radians, like the margin.</param>
    private readonly struct Circle(GeoPoint centre, double radius, double margin) : IShape
    {
        private readonly double _latitude = double.DegreesToRadians(centre.Latitude);
        private readonly double _cosLatitude = Math.Cos(double.DegreesToRadians(centre.Latitude));

        public GeoBox Bounds()
        {
            var degrees = double.RadiansToDegrees(radius + margin);
            var (south, north) = (Math.Max(-90, centre.Latitude - degrees), Math.Min(90, centre.Latitude + degrees));
            // A circle over a pole meets every meridian; else its width is asin(sin r / cos φ).
            if (south <= -90 || north >= 90) { return new(-180, south, 180, north); }

            var width = double.RadiansToDegrees(Math.Asin(Math.Min(1, Math.Sin(radius + margin) / _cosLatitude)));
            return new(centre.Longitude - width, south, centre.Longitude + width, north);
        }

        public Relation Relate(GeoBox square)
        {
            // Wider squares bend too much for the bound below.
            if (square.East - square.West > 12) { return Relation.Touches; }

            var (latitude, longitude) = ((square.South + square.North) / 2, (square.West + square.East) / 2);
            var corner = Math.Abs(square.South) < Math.Abs(square.North) ? square.South : square.North;
            var reach = Angle(double.DegreesToRadians(latitude), double.DegreesToRadians(corner), double.DegreesToRadians(square.East - longitude));
            var distance = Angle(_latitude, double.DegreesToRadians(latitude), double.DegreesToRadians(longitude - centre.Longitude));
            if (distance - reach > radius + margin) { return Relation.Apart; }

            return distance + reach < radius - margin ? Relation.Inside : Relation.Touches;
        }

        public bool IsFineEnough(GeoBox square) => double.DegreesToRadians(square.North - square.South) * Fineness <= radius;

        /// <summary>The haversine formula, in radians.</summary>
        private static double Angle(double latitude, double otherLatitude, double longitudes)
        {
            var (north, east) = (Math.Sin((otherLatitude - latitude) / 2), Math.Sin(longitudes / 2));
            return 2 * Math.Asin(Math.Min(1, Math.Sqrt((north * north) + (Math.Cos(latitude) * Math.Cos(otherLatitude) * east * east))));
        }
    }

    private readonly struct Rectangle(GeoBox box) : IShape
    {
        public Relation Relate(GeoBox square)
        {
            if (square.East < box.West || square.West > box.East || square.North < box.South || square.South > box.North) { return Relation.Apart; }

            return square.West >= box.West && square.East <= box.East && square.South >= box.South && square.North <= box.North
                ? Relation.Inside : Relation.Touches;
        }

        public bool IsFineEnough(GeoBox square) =>
            (square.North - square.South) * Fineness <= box.North - box.South && (square.East - square.West) * Fineness <= box.East - box.West;
    }
}
