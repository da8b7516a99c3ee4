using System.Runtime.InteropServices;
using Benevolat.Index.Geography;

namespace Benevolat.Index.Search.Segments;

/// <summary>
/// What filters and ranking read of one placement, together: a candidate costs one or two cache lines, not one for each field.
/// Lists are places in the segment's <see cref="ValueLists"/>, other values codes of the <see cref="Codebooks"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct MissionRecord
{
    public const int NoDate = int.MaxValue;
    public const ushort NoHours = ushort.MaxValue;

    public UnitVector Position;

    /// <summary>In degrees, rounded to single precision, for boxes and maps.</summary>
    public float Latitude;
    public float Longitude;
    public int StartsOn;
    public int EndsOn;
    public int PublishedDay;
    public long PublishedAt;
    public int Organisation;
    public int Network;
    public int Activities;
    public int Audiences;
    public int Skills;
    public int ShiftDays;
    public int WeekHours;

    /// <summary>Where the mission's words begin.</summary>
    public uint Text;
    public ushort Domain;
    public ushort Department;
    public ushort PlacesLeft;

    /// <summary>In tenths.</summary>
    public ushort HoursPerWeek;

    /// <summary>Which of the mission's addresses; −1 is nowhere.</summary>
    public short Place;
    public byte Kind;
    public byte Remote;

    /// <summary>Answer rate in 1/255.</summary>
    public byte Answers;
    public RecordFlags Flags;
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
}
