using Benevolat.Index.Geography;

namespace Benevolat.Index.Search.Segments;

/// <summary>
/// All that filters and ranking read of one placement. A segment keeps the four parts in arrays of their own: what every candidate is
/// judged by lies close together (eight bytes), what few questions ask for costs the others nothing.
/// </summary>
internal readonly record struct MissionRecord(MissionFacts Facts, MissionLabels Labels, MissionSpot Spot, MissionDetails Details);

/// <summary>What nearly every candidate is judged by: codes of the <see cref="Codebooks"/>, flags, age.</summary>
internal readonly record struct MissionFacts
{
    public byte Domain { get; init; }
    public byte Kind { get; init; }
    public byte Remote { get; init; }
    public RecordFlags Flags { get; init; }
    public ushort Department { get; init; }

    /// <summary>Days since 1970, Europe/Paris.</summary>
    public ushort PublishedDay { get; init; }

    public bool Has(RecordFlags flag) => (Flags & flag) > 0;
}

/// <summary>Of what facets count several values: lists in the segment's <see cref="ValueLists"/>.</summary>
internal readonly record struct MissionLabels(int Activities, int Audiences);

/// <summary>Where it is, and what else only the better candidates need.</summary>
/// <param name="Place">Which of the mission's addresses; −1 is nowhere.</param>
/// <param name="Answers">Answer rate in 1/255.</param>
internal readonly record struct MissionSpot(UnitVector Position, short Place, byte Answers);

/// <summary>What only some questions ask for.</summary>
internal readonly record struct MissionDetails
{
    public const int NoDate = int.MaxValue;
    public const ushort NoHours = ushort.MaxValue;

    public long PublishedAt { get; init; }

    /// <summary>In degrees, rounded to single precision, for boxes and maps.</summary>
    public float Latitude { get; init; }
    public float Longitude { get; init; }
    public int StartsOn { get; init; }
    public int EndsOn { get; init; }
    public int Organisation { get; init; }
    public int Network { get; init; }
    public int Skills { get; init; }
    public int ShiftDays { get; init; }
    public int WeekHours { get; init; }

    /// <summary>Where the mission's words begin.</summary>
    public uint Text { get; init; }
    public ushort PlacesLeft { get; init; }

    /// <summary>In tenths.</summary>
    public ushort HoursPerWeek { get; init; }
}

[Flags]
internal enum RecordFlags : byte
{
    None = 0,
    OpenToMinors = 1,
    ReducedMobility = 2,

    /// <summary>The mission has other placements too.</summary>
    HasSiblings = 4,
    AnswersUnknown = 8,

    /// <summary>This placement has no place.</summary>
    Nowhere = 16,

    /// <summary>Of the mission's placements in this segment it has the lowest number.</summary>
    Lowest = 32,
}
