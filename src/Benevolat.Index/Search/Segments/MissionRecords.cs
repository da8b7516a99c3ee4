using System.Numerics;
using Benevolat.Index.Geography;

namespace Benevolat.Index.Search.Segments;

/// <summary>From what a mission says to what filters and ranking read.</summary>
internal static class MissionRecords
{
    private const int TicksPerMicrosecond = 10;
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly int FirstDay = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Everything but the place.</summary>
    public static MissionRecord Of(MissionDocument mission, Codebooks codes, ValueLists.Builder lists) => new(
        new MissionFacts
        {
            Domain = Narrow<byte>(codes.Domains.CodeOf(mission.Domain), "domains"),
            Kind = Narrow<byte>(codes.Kinds.CodeOf(mission.Kind), "kinds"),
            Remote = Narrow<byte>(codes.Remotes.CodeOf(mission.Remote), "ways to be remote"),
            Flags = (mission.OpenToMinors ? RecordFlags.OpenToMinors : 0) | (mission.ReducedMobility ? RecordFlags.ReducedMobility : 0)
                | (mission.AnswerRate is null ? RecordFlags.AnswersUnknown : 0),
            PublishedDay = Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(mission.PublishedAt, Paris).DateTime)),
        },
        new MissionLabels(lists.Add(mission.Activities.Select(codes.Activities.CodeOf)), lists.Add(mission.Audiences.Select(codes.Audiences.CodeOf))),
        new MissionSpot(default, -1, (byte)Math.Round(255 * Math.Clamp(mission.AnswerRate ?? 0, 0, 1), MidpointRounding.AwayFromZero)),
        new MissionDetails
        {
            PublishedAt = Microseconds(mission.PublishedAt),
            StartsOn = mission.StartsOn?.DayNumber ?? MissionDetails.NoDate,
            EndsOn = mission.EndsOn?.DayNumber ?? MissionDetails.NoDate,
            Organisation = codes.Organisations.CodeOf(mission.OrganisationId),
            Network = mission.Network is null ? 0 : codes.Networks.CodeOf(mission.Network),
            Skills = lists.Add(mission.Skills.Select(codes.Skills.CodeOf)),
            ShiftDays = lists.Add(mission.ShiftDays.Select(day => day.DayNumber)),
            WeekHours = lists.Add(mission.WeekHours),
            PlacesLeft = (ushort)Math.Clamp(mission.PlacesLeft, 0, ushort.MaxValue),
            HoursPerWeek = mission.HoursPerWeek is { } hours ? Tenths(hours) : MissionDetails.NoHours,
        });

    /// <summary>The record at one of the addresses, and its cell.</summary>
    public static (MissionRecord Record, uint Cell) At(in MissionRecord mission, int index, MissionPlace place, Codebooks codes)
    {
        var (latitude, longitude) = ((float)place.Point.Latitude, (float)place.Point.Longitude);
        var record = mission with
        {
            Facts = mission.Facts with { Department = Narrow<ushort>(codes.Departments.CodeOf(place.Department), "departments") },
            Spot = mission.Spot with { Position = UnitVector.Of(place.Point), Place = Narrow<short>(index, "places in one mission") },
            Details = mission.Details with { Latitude = latitude, Longitude = longitude },
        };
        return (record, HilbertCurve.CellOf(latitude, longitude));
    }

    /// <summary>The record of a mission that is nowhere in particular.</summary>
    public static (MissionRecord Record, uint Cell) Nowhere(in MissionRecord mission) =>
        (mission with { Facts = mission.Facts with { Flags = mission.Facts.Flags | RecordFlags.Nowhere } }, HilbertCurve.Nowhere);

    /// <summary>The same with its lists in another segment's.</summary>
    public static MissionRecord MovedTo(this in MissionRecord record, ValueLists from, ValueLists.Builder to) => record with
    {
        Labels = new MissionLabels(to.Add(from[record.Labels.Activities]), to.Add(from[record.Labels.Audiences])),
        Details = record.Details with
        {
            Skills = to.Add(from[record.Details.Skills]),
            ShiftDays = to.Add(from[record.Details.ShiftDays]),
            WeekHours = to.Add(from[record.Details.WeekHours]),
        },
    };

    /// <summary>Since the Unix epoch, as PostgreSQL keeps time.</summary>
    public static long Microseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TicksPerMicrosecond;

    public static ushort Tenths(decimal hours) =>
        (ushort)Math.Clamp(Math.Round(10 * Math.Clamp(hours, 0, MissionDetails.NoHours), MidpointRounding.AwayFromZero), 0, MissionDetails.NoHours - 1);

    /// <summary>Days since 1970; what lies before or far behind is too old or too new to tell apart.</summary>
    public static ushort Day(DateOnly date) => (ushort)Math.Clamp(date.DayNumber - FirstDay, 0, ushort.MaxValue);

    /// <summary>A number that has to fit, or the index would take two values for one.</summary>
    private static TNumber Narrow<TNumber>(int number, string of)
        where TNumber : struct, IBinaryInteger<TNumber>, IMinMaxValue<TNumber> =>
        number <= int.CreateChecked(TNumber.MaxValue)
            ? TNumber.CreateTruncating(number) : throw new InvalidOperationException($"Missions have more than {TNumber.MaxValue} different {of}.");
}
