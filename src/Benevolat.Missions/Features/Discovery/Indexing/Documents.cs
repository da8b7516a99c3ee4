using Benevolat.Index.Geography;
using Benevolat.Index.Search;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Discovery.Indexing;

/// <summary>What the index takes in of a mission.</summary>
internal static class Documents
{
    public static MissionDocument Of(PublishedMission published, long revision)
    {
        var mission = published.Mission;
        return new MissionDocument
        {
            Id = mission.Id,
            Revision = revision,
            Title = mission.Title,
            Description = mission.Description,
            OrganisationId = mission.OrganisationId,
            OrganisationName = mission.OrganisationName,
            Network = published.Network,
            Domain = mission.Domain.ToKebab(),
            Kind = mission.Kind.ToKebab(),
            Remote = mission.Remote.ToKebab(),
            Places = [.. mission.PlacesInOrder().Select(address => new MissionPlace(
                address.Commune, address.Postcode, address.Department, new GeoPoint(address.Latitude, address.Longitude)))],
            Activities = mission.Activities,
            Audiences = mission.Audiences,
            Skills = mission.Skills,
            StartsOn = mission.StartsOn,
            EndsOn = mission.EndsOn,
            ShiftDays = [.. mission.Shifts.SelectMany(shift => DaysOf(shift)).Distinct()],
            WeekHours = mission.WeekHours,
            HoursPerWeek = mission.HoursPerWeek,
            OpenToMinors = mission.OpenToMinors,
            ReducedMobility = mission.ReducedMobility,
            PlacesLeft = mission.PlacesLeft,
            AnswerRate = published.AnswerRate,
            PublishedAt = mission.PublishedAt ?? mission.CreatedAt,
        };
    }

    public static IEnumerable<Address> PlacesInOrder(this Mission mission) => mission.Addresses.OrderBy(address => address.Position);

    /// <summary>A night shift is on two days.</summary>
    private static IEnumerable<DateOnly> DaysOf(Shift shift)
    {
        var last = ParisTime.DateOf(shift.EndsAt.AddTicks(-1));
        for (var day = ParisTime.DateOf(shift.StartsAt); day <= last; day = day.AddDays(1)) { yield return day; }
    }
}
