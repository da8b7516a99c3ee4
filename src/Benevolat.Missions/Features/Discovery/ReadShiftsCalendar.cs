using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Security;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>A mission's shifts for one's own calendar.</summary>
public static class ReadShiftsCalendar
{
    private const string Paris = "Europe/Paris";

    public static void Map(RouteGroupBuilder missions) => missions.MapGet("/{id:guid}/shifts.ics", HandleAsync)
        .AllowAnonymous()
        .Produces<string>(contentType: "text/calendar")
        .WithName(nameof(ReadShiftsCalendar))
        .WithSummary("Read a mission's shifts as a calendar")
        .WithDescription(
            "iCalendar (RFC 5545) in Paris time: an event for each shift, with a UID that stays and a SEQUENCE that grows with the mission's version; "
            + "cancelled once the mission is. A mission without shifts gives an empty calendar.");

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, MissionsDb db, IConfiguration configuration, TimeProvider clock, CancellationToken stop)
    {
        var (mission, organisation) = await db.FindMissionAsync(id, stop);
        if (!http.User.MaySee(mission, organisation)) { throw Access.NotFound(); }

        var calendar = new Calendar { ProductId = "-//Benevolat//Missions//FR", Method = "PUBLISH" };
        calendar.AddTimeZone(Paris);
        var page = new Uri(configuration.PublicOrigin(), $"/missions/{mission.Id}");
        foreach (var shift in mission.Shifts.OrderBy(shift => shift.StartsAt)) { calendar.Events.Add(Event(mission, shift, page, clock.GetUtcNow())); }

        http.Response.Headers.ContentDisposition = $"inline; filename=\"mission-{mission.Id}.ics\"";
        return Results.Text(new CalendarSerializer().SerializeToString(calendar) ?? "", "text/calendar", System.Text.Encoding.UTF8);
    }

    private static CalendarEvent Event(Mission mission, Shift shift, Uri page, DateTimeOffset now)
    {
        var address = mission.Addresses.MinBy(address => address.Position);
        var cancelled = mission.State == MissionState.Closed && mission.StateReason is "cancelled" or "reported";
        return new CalendarEvent
        {
            Uid = $"{shift.Id}@{page.Host}",
            DtStamp = new CalDateTime(now.UtcDateTime),
            Start = Local(shift.StartsAt),
            End = Local(shift.EndsAt),
            Summary = $"{mission.Title} ({mission.OrganisationName})",
            Description = page.AbsoluteUri,
            Url = page,
            Location = address is null ? null : string.Join(", ", new[] { address.Street, $"{address.Postcode} {address.Commune}" }.Where(part => !string.IsNullOrWhiteSpace(part))),
            Sequence = (int)Math.Min(int.MaxValue, mission.Version),
            Status = cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        };
    }

    private static CalDateTime Local(DateTimeOffset instant) => new(ParisTime.Local(instant), Paris);
}
