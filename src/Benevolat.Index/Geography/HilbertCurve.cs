namespace Benevolat.Index.Geography;

/// <summary>
/// Numbers the cells of a world grid (65,536 × 65,536 of longitude × latitude, some 600 by 300 m at the equator) along a Hilbert
/// curve: neighbours on the ground are mostly neighbours by number, and every aligned square is one unbroken run of numbers.
/// </summary>
internal static class HilbertCurve
{
    /// <summary>Levels of squares: the world is level 0, a cell is level 16.</summary>
    public const int Levels = 16;

    /// <summary>The number of those that are nowhere: behind every cell.</summary>
    public const uint Nowhere = uint.MaxValue;

    private const int Side = 1 << Levels;

    public static uint CellOf(double latitude, double longitude) => NumberOf(Column(longitude), Row(latitude));

    /// <summary>First and last number in the square of a level, counted in squares of that level from the south-west.</summary>
    public static (uint First, uint Last) Square(int level, int column, int row)
    {
        var shift = Levels - level;
        var mask = (uint)((1UL << (2 * shift)) - 1);
        var first = Walk((uint)column << shift, (uint)row << shift) & ~mask;
        return (Math.Min(first, Nowhere - 1), Math.Min(first | mask, Nowhere - 1));
    }

    private static uint Column(double longitude) => (uint)Math.Clamp((longitude + 180) / 360 * Side, 0, Side - 1);

    private static uint Row(double latitude) => (uint)Math.Clamp((latitude + 90) / 180 * Side, 0, Side - 1);

    private static uint NumberOf(uint column, uint row) => Math.Min(Walk(column, row), Nowhere - 1);

    /// <summary>The textbook walk from the coarsest quadrant to the finest, turning the frame on the way.</summary>
    private static uint Walk(uint x, uint y)
    {
        uint number = 0;
        for (var side = (uint)Side / 2; side > 0; side /= 2)
        {
            var (right, up) = ((x & side) > 0 ? 1u : 0, (y & side) > 0 ? 1u : 0);
            number += side * side * ((3 * right) ^ up);
            if (up == 0)
            {
                if (right == 1) { (x, y) = (Side - 1 - x, Side - 1 - y); }
                (x, y) = (y, x);
            }
        }

        return number;
    }
}
