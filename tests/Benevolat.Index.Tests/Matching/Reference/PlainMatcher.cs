using System.Globalization;
using Benevolat.Index.Matching;

namespace Benevolat.Index.Tests.Matching.Reference;

/// <summary>Everybody with everybody, one pair after the other: slow and plain, so that it can be read beside the rule.</summary>
internal static class PlainMatcher
{
    public static IReadOnlyList<string> Missions(IEnumerable<MatchMission> missions, MatchVolunteer volunteer, MatchAsk ask, MatchWeights weights) =>
        Top(missions.Where(mission => IsWanted(mission, ask)).Select(mission => (mission.Id, mission.OrganisationId, Best(volunteer, mission, ask, weights))), ask);

    public static IReadOnlyList<string> Volunteers(IEnumerable<MatchVolunteer> volunteers, MatchMission mission, MatchAsk ask, MatchWeights weights) =>
        Top(volunteers.Where(volunteer => !ask.Excluded.Contains(volunteer.Id)).Select(volunteer => (volunteer.Id, mission.OrganisationId, Best(volunteer, mission, ask, weights))), ask);

    public static IReadOnlyList<string> NearMisses(IEnumerable<MatchMission> missions, MatchVolunteer volunteer, MatchAsk ask, MatchWeights weights)
    {
        var near = missions.Where(mission => IsWanted(mission, ask) && Best(volunteer, mission, ask, weights) is null)
            .Select(mission => (mission.Id, mission.OrganisationId, Pair: Best(volunteer, mission, ask, weights, failures: 1)));
        return Top(near, ask, pair => $" misses {pair.Failed()[0]} {(pair.Failed()[0] is MatchConstraint.RequiredSkill ? string.Join('+', pair.Lacking) : "")}");
    }

    /// <summary>A hit of the engine in the same words.</summary>
    public static string Show(MatchHit hit) => string.Create(CultureInfo.InvariantCulture,
        $"{hit.Id} of {hit.OrganisationId}: {hit.Score} = {string.Join('+', hit.Parts.Select(part => part.Contribution))}; place {hit.Facts.Place} {hit.Facts.Km:0.000} km, "
        + $"time {hit.Facts.Time} needs {hit.Facts.NeededHours} has {string.Join(',', hit.Facts.SharedHours.Hours())}; "
        + $"skills {Folded(hit.Facts.SharedSkills)} | {Folded(hit.Facts.LearntSkills)} | {Folded(hit.Facts.MissingSkills)}");

    public static string Show(NearMiss miss) => $"{Show(miss.Hit)} misses {miss.Failed} {string.Join('+', miss.MissingSkills.Select(PlainPair.Fold).Order(StringComparer.Ordinal))}";

    private static string Folded(IReadOnlyList<string> skills) => string.Join(',', skills.Select(PlainPair.Fold));

    private static bool IsWanted(MatchMission mission, MatchAsk ask) => !ask.Excluded.Contains(mission.Id) && !ask.ExcludedOrganisations.Contains(mission.OrganisationId);

    /// <summary>At the place and time that suit best; the first of equals, home last.</summary>
    private static PlainPair? Best(MatchVolunteer volunteer, MatchMission mission, MatchAsk ask, MatchWeights weights, int failures = 0)
    {
        List<int?> places = mission.Remote is MatchRemote.Full ? [] : [.. Enumerable.Range(0, Math.Min(127, mission.Places.Count)).Cast<int?>()];
        if (mission.Remote is not MatchRemote.No) { places.Add(null); }
        return places.SelectMany(place => Times(mission).Select(time => new PlainPair(volunteer, mission, place, time, weights)))
            .Where(pair => pair.IsThinkable(ask.Now) && pair.Failed().Count == failures)
            .OrderByDescending(pair => pair.Contributions().Sum())
            .FirstOrDefault();
    }

    /// <summary>Of times with the same hours, the one that counts longest.</summary>
    private static IEnumerable<int?> Times(MatchMission mission) => mission.Times.Count == 0 ? [null] : mission.Times.Take(255).Index()
        .GroupBy(time => (time.Item.Hours, time.Item.Hours.IsEmpty ? 0 : Math.Clamp(time.Item.Needed, 1, time.Item.Hours.Count)))
        .Select(same => (int?)same.OrderByDescending(time => time.Item.ValidUntil?.ToUnixTimeSeconds() ?? long.MaxValue).ThenBy(time => time.Index).First().Index)
        .Order();

    private static IReadOnlyList<string> Top(
        IEnumerable<(Guid Id, Guid OrganisationId, PlainPair? Pair)> candidates, MatchAsk ask, Func<PlainPair, string>? more = null) => [.. candidates
            .Where(candidate => candidate.Pair is not null)
            .OrderByDescending(candidate => candidate.Pair!.Contributions().Sum()).ThenBy(candidate => candidate.Id.ToString(), StringComparer.Ordinal)
            .Take(Math.Clamp(ask.Count, 0, MatchAsk.MostHits))
            .Select(candidate => Show(candidate.Id, candidate.OrganisationId, candidate.Pair!) + more?.Invoke(candidate.Pair!))];

    private static string Show(Guid id, Guid organisation, PlainPair pair) => string.Create(CultureInfo.InvariantCulture,
        $"{id} of {organisation}: {pair.Contributions().Sum()} = {string.Join('+', pair.Contributions())}; "
        + $"place {pair.Place} {(pair.Chord is { } chord ? PlainDistance.Km(chord) : null):0.000} km, "
        + $"time {pair.Time} needs {pair.NeededHours} has {string.Join(',', pair.SharedHours)}; "
        + $"skills {string.Join(',', pair.Has)} | {string.Join(',', pair.Learns)} | {string.Join(',', pair.Asked.Except(pair.Has).Except(pair.Learns))}");
}
