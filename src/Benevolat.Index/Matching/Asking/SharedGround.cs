using Benevolat.Index.Geography;
using Benevolat.Index.Matching.Rules;
using Benevolat.Index.Matching.Segments;

namespace Benevolat.Index.Matching.Asking;

/// <summary>Runs of rows around somebody, with some room, so that they serve the next neighbours too.</summary>
internal sealed class SharedGround(IReadOnlyList<MatchLayer> layers)
{
    /// <summary>Room, as a share of the radius and at least.</summary>
    private const double Room = 0.4, LeastRoomKm = 2;

    /// <summary>Ground that is so much wider than needed costs more than to look for one's own.</summary>
    private const double TooMuch = 0.5;

    private readonly List<Run>[] _runs = [.. layers.Select(_ => new List<Run>())];
    private ulong _centre;
    private double _radiusKm = double.NegativeInfinity;

    /// <summary>Of each segment all rows within reach, and others.</summary>
    public IReadOnlyList<List<Run>> RunsFor(GeoPoint home, double radiusKm)
    {
        var position = Positions.Of(home);
        if (radiusKm < _radiusKm * TooMuch || Positions.Kilometres(Positions.SquaredChord(position, _centre)) + radiusKm + Positions.MarginKm > _radiusKm)
        {
            (_centre, _radiusKm) = (position, radiusKm + Math.Max(LeastRoomKm, Room * radiusKm));
            var ground = Ground.Around(home, _radiusKm);
            for (var number = 0; number < layers.Count; number++) { Ground.Runs(layers[number].Segment, ground, _runs[number]); }
        }

        return _runs;
    }
}
