using Benevolat.Index.Geography;

namespace Benevolat.Index.Tests.Geography;

public sealed class Boxes_hold_what_they_show
{
    private static readonly GeoBox Lyon = new(4.7, 45.7, 5.0, 45.8);
    private static readonly GeoBox Pacific = new(160, -30, -170, 0);

    [Theory]
    [InlineData(45.75, 4.85, true)]
    [InlineData(45.7, 4.7, true)] // the corner is inside
    [InlineData(45.8, 5.0, true)]
    [InlineData(45.81, 4.85, false)]
    [InlineData(45.69, 4.85, false)]
    [InlineData(45.75, 4.69, false)]
    [InlineData(45.75, 5.01, false)]
    public void Around_a_town(double latitude, double longitude, bool inside) =>
        Assert.Equal(inside, Lyon.Contains(new(latitude, longitude)));

    [Theory]
    [InlineData(-22.28, 166.46, true)] // Nouméa, west of the date line
    [InlineData(-13.28, -176.17, true)] // Mata-Utu, east of it
    [InlineData(-20, 180, true)]
    [InlineData(-20, -180, true)]
    [InlineData(-20, 160, true)]
    [InlineData(-20, -170, true)]
    [InlineData(-20, 0, false)] // what lies between, the long way round
    [InlineData(-20, 159, false)]
    [InlineData(-20, -169, false)]
    [InlineData(1, 175, false)]
    public void Over_the_date_line(double latitude, double longitude, bool inside) =>
        Assert.Equal(inside, Pacific.Contains(new(latitude, longitude)));

    [Fact]
    public void Upside_down_it_holds_nothing() => Assert.False(new GeoBox(4.7, 45.8, 5.0, 45.7).Contains(new(45.75, 4.85)));

    [Fact]
    public void A_box_may_be_a_point() => Assert.True(new GeoBox(4.7, 45.7, 4.7, 45.7).Contains(new(45.7, 4.7)));
}
