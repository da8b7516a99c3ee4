namespace Benevolat.Index.Geography;

/// <summary>Cells that a shape on the map may touch.</summary>
/// <param name="Whole">Every point of these cells lies inside, so that nobody needs to measure.</param>
internal readonly record struct CellRange(uint First, uint Last, bool Whole);

/// <summary>Covers shapes with few runs of cells: squares that lie inside, and at the edge squares that are small beside the shape.</summary>
internal static class Cover
{
    /// <summary>Squares at the edge are a fifth of the radius or smaller: finer ones cost more to find than they save.</summary>
    private const double Fineness = 3;

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
        foreach (var (level, column, row) in Starts(circle.Bounds))
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
        var relation = shape.Relate(square, level);
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
        Relation Relate(GeoBox square, int level);

        bool IsFineEnough(GeoBox square);
    }

    /// <summary>A circle that asks of each square only how far its middle is: how far its corners reach is known for all squares of a level.</summary>
    private sealed class Circle : IShape
    {
        private readonly GeoPoint _centre;
        private readonly double _radius;
        private readonly double _latitude;
        private readonly double _cosLatitude;
        private readonly (double Apart, double Inside)[] _limits = new (double, double)[HilbertCurve.Levels + 1];

        /// <param name="radius">In radians, like the margin.</param>
        public Circle(GeoPoint centre, double radius, double margin)
        {
            (_centre, _radius) = (centre, radius);
            (_latitude, _cosLatitude) = (double.DegreesToRadians(centre.Latitude), Math.Cos(double.DegreesToRadians(centre.Latitude)));
            Bounds = BoundsOf(radius + margin);
            for (var level = 0; level < _limits.Length; level++)
            {
                var reach = Reach(180.0 / (1 << level));
                _limits[level] = (Haversine(Math.Min(Math.PI, radius + margin + reach)), radius - margin - reach is > 0 and var inner ? Haversine(inner) : -1);
            }
        }

        public GeoBox Bounds { get; }

        public Relation Relate(GeoBox square, int level)
        {
            // Wider squares bend too much for the bound.
            if (square.East - square.West > 12) { return Relation.Touches; }

            var latitude = double.DegreesToRadians((square.South + square.North) / 2);
            var (north, east) = (Math.Sin((latitude - _latitude) / 2), Math.Sin(double.DegreesToRadians(((square.West + square.East) / 2) - _centre.Longitude) / 2));
            var distance = (north * north) + (_cosLatitude * Math.Cos(latitude) * east * east);
            return distance > _limits[level].Apart ? Relation.Apart : distance < _limits[level].Inside ? Relation.Inside : Relation.Touches;
        }

        public bool IsFineEnough(GeoBox square) => double.DegreesToRadians(square.North - square.South) * Fineness <= _radius;

        private GeoBox BoundsOf(double reach)
        {
            var degrees = double.RadiansToDegrees(reach);
            var (south, north) = (Math.Max(-90, _centre.Latitude - degrees), Math.Min(90, _centre.Latitude + degrees));
            // A circle over a pole meets every meridian; else its width is asin(sin r / cos φ).
            if (south <= -90 || north >= 90) { return new(-180, south, 180, north); }

            var width = double.RadiansToDegrees(Math.Asin(Math.Min(1, Math.Sin(reach) / _cosLatitude)));
            return new(_centre.Longitude - width, south, _centre.Longitude + width, north);
        }

        /// <summary>From the middle of a square to its farthest corner, in radians, for the widest that is looked at: the one nearest to the equator.</summary>
        /// <param name="height">Of the squares, in degrees; they are twice as wide.</param>
        private double Reach(double height)
        {
            var nearest = Bounds.South <= 0 && Bounds.North >= 0 ? 0 : Math.Min(Math.Abs(Bounds.South), Math.Abs(Bounds.North));
            var (edge, half) = (double.DegreesToRadians(Math.Max(0, nearest - height)), double.DegreesToRadians(height / 2));
            var (north, east) = (Math.Sin(half / 2), Math.Sin(half));
            return 2 * Math.Asin(Math.Min(1, Math.Sqrt((north * north) + (Math.Cos(edge) * Math.Cos(edge + half) * east * east))));
        }

        /// <summary>Grows with the angle, and needs no inverse: angles are compared by it.</summary>
        private static double Haversine(double angle) => Math.Sin(angle / 2) * Math.Sin(angle / 2);
    }

    private readonly struct Rectangle(GeoBox box) : IShape
    {
        public Relation Relate(GeoBox square, int level)
        {
            if (square.East < box.West || square.West > box.East || square.North < box.South || square.South > box.North) { return Relation.Apart; }

            return square.West >= box.West && square.East <= box.East && square.South >= box.South && square.North <= box.North
                ? Relation.Inside : Relation.Touches;
        }

        public bool IsFineEnough(GeoBox square) =>
            (square.North - square.South) * Fineness <= box.North - box.South && (square.East - square.West) * Fineness <= box.East - box.West;
    }
}
