using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Authoring;

namespace Benevolat.Missions.Features.Splitting;

/// <summary>A mission's text in the shape in which it can be written again.</summary>
internal static class ContentAsInput
{
    public static MissionInput ToInput(this MissionContent content) => new(
        content.Title, content.Description, content.Domain, content.Kind, content.Remote, content.Activities, content.Audiences, content.Skills, content.Places,
        content.StartsOn, content.EndsOn, content.Hours, content.HoursPerWeek,
        [.. content.Shifts.Select(shift => new ShiftInput(shift.StartsAt, shift.EndsAt, shift.Places))],
        [.. content.Addresses.Select(address => new AddressInput(
            address.Street, address.Commune, address.CommuneCode, address.Postcode, [address.Longitude, address.Latitude]))],
        content.OpenToMinors, content.ReducedMobility, content.CloseToTransport, content.ExpensesRefunded, content.WelcomerId, content.Welcome)
    {
        Tasks = content.Tasks,
        Prerequisites = content.Prerequisites,
        SoftSkills = content.SoftSkills,
        Tags = content.Tags,
        Difficulty = content.Difficulty,
        ScheduleNote = content.ScheduleNote,
        ExpensesNote = content.ExpensesNote,
        Mandate = content.Mandate,
    };
}
