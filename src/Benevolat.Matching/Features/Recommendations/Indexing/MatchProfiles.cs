using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Index.Geography;
using Benevolat.Index.Matching;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Scoring;

namespace Benevolat.Matching.Features.Recommendations.Indexing;

/// <summary>What else is known of a mission than its facts.</summary>
/// <param name="FullShifts">Shifts that nobody can join any more.</param>
/// <param name="Feedback">How volunteers found it, 0 to 1; null while too few said.</param>
public sealed record MissionStanding(int PlacesLeft, IReadOnlySet<Guid> FullShifts, double? Responsiveness, double? Feedback)
{
    public static readonly MissionStanding New = new(1, new HashSet<Guid>(), null, null);
}

/// <summary>Our words for the engine. It learns nothing of age, gender or origin, because we know nothing of them.</summary>
public static class MatchProfiles
{
    public static MatchMission Of(Guid id, MissionFacts facts, MissionStanding standing)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(standing);
        return new()
        {
            Id = id,
            OrganisationId = facts.OrganisationId,
            Domain = (int)facts.Domain,
            Kind = (int)facts.Kind,
            Remote = (MatchRemote)facts.Remote,
            Places = [.. facts.Addresses.Take(MatchMission.MostPlaces).Select(address => new GeoPoint(address.Latitude, address.Longitude))],
            Skills = facts.Skills,
            RequiredSkills = facts.RequiredSkills ?? [],
            Times = [.. TimesOf(facts, standing.FullShifts).Take(MatchMission.MostTimes)],
            Step = StepOf(facts.Kind),
            OpenToMinors = facts.OpenToMinors,
            ReducedMobility = facts.ReducedMobility,
            PlacesLeft = standing.PlacesLeft,
            Responsiveness = standing.Responsiveness,
            Feedback = standing.Feedback,
        };
    }

    public static MatchVolunteer Of(Volunteer volunteer, MatchStep step)
    {
        ArgumentNullException.ThrowIfNull(volunteer);
        var wishes = volunteer.Wishes;
        return new()
        {
            Id = volunteer.Id,
            Place = volunteer is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : null,
            RadiusKm = volunteer.RadiusKm,
            Remote = volunteer.Remote,
            Free = WeekMask.Of(MissionHours.Parse(wishes.Hours)),
            Skills = wishes.Skills,
            SkillsToLearn = wishes.SkillsToLearn ?? [],
            Causes = Bits(wishes.Causes.Select(cause => (int)cause)),
            Kinds = Bits(wishes.Kinds.Select(kind => (int)kind)),
            Step = step,
            OnlyOpenToMinors = wishes.OnlyOpenToMinors,
            NeedsAccessibility = wishes.NeedsAccessibility,
        };
    }

    public static MatchStep StepOf(MissionKind kind) => kind switch
    {
        MissionKind.OneOff or MissionKind.Challenge => MatchStep.OneOff,
        MissionKind.Responsibility => MatchStep.Responsibility,
        _ => MatchStep.Regular,
    };

    public static uint Bits(IEnumerable<int> values) => values.Aggregate(0u, (bits, value) => bits | (1u << value));

    /// <summary>A rhythm may list more hours than one is asked to come: then fewer suffice. Every shift counts until it starts.</summary>
    private static IEnumerable<MatchTime> TimesOf(MissionFacts facts, IReadOnlySet<Guid> full)
    {
        if (facts.Shifts.Count > 0)
        {
            return facts.Shifts.Where(shift => !full.Contains(shift.ShiftId)).OrderBy(shift => shift.StartsAt).Select(shift =>
            {
                var hours = WeekMask.Of(MissionHours.Of(shift));
                return new MatchTime(hours, Math.Max(1, hours.Count), shift.StartsAt);
            });
        }

        var rhythm = WeekMask.Of(MissionHours.Parse(facts.Hours));
        if (rhythm.IsEmpty) { return []; }
        var needed = facts.HoursPerWeek is > 0 and var asked ? Math.Clamp((int)Math.Ceiling(asked), 1, rhythm.Count) : rhythm.Count;
        return [new MatchTime(rhythm, needed)];
    }
}
