using Benevolat.Index.Geography;

namespace Benevolat.Index.Search.Segments;

/// <summary>From what a mission says to what filters and ranking read.</summary>
internal static class MissionRecords
{
    private const int TicksPerMicrosecond = 10;
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Everything but the place.</summary>
    public static MissionRecord Of(MissionDocument mission, Codebooks codes, ValueLists.Builder lists) => new()
    {
        StartsOn = mission.StartsOn?.DayNumber ?? MissionRecord.NoDate,
        EndsOn = mission.EndsOn?.DayNumber ?? MissionRecord.NoDate,
        PublishedDay = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(mission.PublishedAt, Paris).DateTime).DayNumber,
        PublishedAt = Microseconds(mission.PublishedAt),
        Organisation = codes.Organisations.CodeOf(mission.OrganisationId),
        Network = mission.Network is null ? 0 : codes.Networks.CodeOf(mission.Network),
        Activities = lists.Add(mission.Activities.Select(codes.Activities.CodeOf)),
        Audiences = lists.Add(mission.Audiences.Select(codes.Audiences.CodeOf)),
        Skills = lists.Add(mission.Skills.Select(codes.Skills.CodeOf)),
        ShiftDays = lists.Add(mission.ShiftDays.Select(day => day.DayNumber)),
        WeekHours = lists.Add(mission.WeekHours),
        Domain = (ushort)codes.Domains.CodeOf(mission.Domain),
        PlacesLeft = (ushort)Math.Clamp(mission.PlacesLeft, 0, ushort.MaxValue),
        HoursPerWeek = mission.HoursPerWeek is { } hours ? Tenths(hours) : MissionRecord.NoHours,
        Kind = (byte)codes.Kinds.CodeOf(mission.Kind),
        Remote = (byte)codes.Remotes.CodeOf(mission.Remote),
        Answers = (byte)Math.Round(255 * Math.Clamp(mission.AnswerRate ?? 0, 0, 1), MidpointRounding.AwayFromZero),
        Flags = (mission.OpenToMinors ? RecordFlags.OpenToMinors : 0) | (mission.ReducedMobility ? RecordFlags.ReducedMobility : 0)
            | (mission.AnswerRate is null ? RecordFlags.AnswersUnknown : 0),
    };

    /// <summary>The record at one of the addresses, and its cell.</summary>
    public static (MissionRecord Record, uint Cell) At(in MissionRecord mission, int index, MissionPlace place, Codebooks codes)
    {
        var record = mission with
        {
            Position = UnitVector.Of(place.Point),
            Latitude = (float)place.Point.Latitude,
            Longitude = (float)place.Point.Longitude,
            Place = (short)index,
            Department = (ushort)codes.Departments.CodeOf(place.Department),
        };
        return (record, HilbertCurve.CellOf(record.Latitude, record.Longitude));
    }

    /// <summary>The record of a mission that is nowhere in particular.</summary>
    public static (MissionRecord Record, uint Cell) Nowhere(in MissionRecord mission) => (mission with { Place = -1 }, HilbertCurve.Nowhere);

    /// <summary>Since the Unix epoch, as PostgreSQL keeps time.</summary>
    public static long Microseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TicksPerMicrosecond;

    public static ushort Tenths(decimal hours) =>
        (ushort)Math.Clamp(Math.Round(10 * Math.Clamp(hours, 0, MissionRecord.NoHours), MidpointRounding.AwayFromZero), 0, MissionRecord.NoHours - 1);
}
