using Benevolat.Contracts.Missions;
using Benevolat.Index.Matching;

namespace Benevolat.Matching.Domain.Scoring;

/// <summary>What the volunteer could say or change, and why a mission isn't among theirs.</summary>
public sealed partial record Sentences
{
    /// <summary>What would improve the match; null where it isn't in the volunteer's hands.</summary>
    public string? Improve(MatchPart part, MatchHit hit, MissionFacts mission)
    {
        ArgumentNullException.ThrowIfNull(hit);
        ArgumentNullException.ThrowIfNull(mission);
        return (part, hit[part].Gap) switch
        {
            (MatchPart.Hours, MatchGap.NotSaid) => Say("Dites quand vous êtes libre : nous verrions si ses horaires vous vont.", "Say when you are free: we would see whether its hours suit you."),
            (MatchPart.Hours, MatchGap.Partly) => Say("Vous n'êtes libre que pour une partie de ses horaires.", "You are free for some of its hours only."),
            (MatchPart.Skills, MatchGap.NotSaid) => Say("Dites ce que vous savez faire.", "Say what you can do."),
            (MatchPart.Skills, MatchGap.Partly or MatchGap.Otherwise) when hit.Facts.MissingSkills.Count > 0 => Say(
                $"Si vous savez faire cela aussi, dites-le : {Words.List(hit.Facts.MissingSkills, false)}.", $"If you can do this too, say so: {Words.List(hit.Facts.MissingSkills, true)}."),
            (MatchPart.Causes, MatchGap.NotSaid) => Say("Dites les causes qui vous tiennent à cœur.", "Say which causes you care about."),
            (MatchPart.Causes, MatchGap.Otherwise) => Say(
                $"Si cette cause vous parle aussi, ajoutez-la : {Words.Of(mission.Domain, false)}.", $"If you care about this cause too, add it: {Words.Of(mission.Domain, true)}."),
            (MatchPart.Kind, MatchGap.NotSaid) => Say("Dites quel engagement vous cherchez.", "Say what kind of engagement you look for."),
            (MatchPart.Kind, MatchGap.Otherwise) => Say(
                $"Si vous pouvez imaginer {Words.Of(mission.Kind, false)}, dites-le.", $"If you can imagine {Words.Of(mission.Kind, true)}, say so."),
            _ => null,
        };
    }

    /// <summary>The one condition that a mission fails.</summary>
    /// <param name="radiusKm">How far the volunteer would travel.</param>
    public string Missing(NearMiss miss, MissionFacts mission, int radiusKm)
    {
        ArgumentNullException.ThrowIfNull(miss);
        ArgumentNullException.ThrowIfNull(mission);
        return miss.Failed switch
        {
            MatchConstraint.Distance when miss.Hit.Facts.Km is { } km => Say(
                $"Elle est à {Kilometres(km)}, au-delà des {radiusKm} km que vous avez choisis.", $"It is {Kilometres(km)} away, beyond the {radiusKm} km that you chose."),
            MatchConstraint.Distance => Say($"Elle est au-delà des {radiusKm} km que vous avez choisis.", $"It is beyond the {radiusKm} km that you chose."),
            MatchConstraint.Hours => Say($"Elle a lieu {Asked(mission)}, quand vous n'êtes pas libre.", $"It takes place {Asked(mission)}, when you aren't free."),
            MatchConstraint.Remote => Say("Elle ne se fait qu'à distance, ce que vous n'avez pas choisi.", "It is done from home only, which you didn't choose."),
            MatchConstraint.RequiredSkill => Say(
                $"Il faut savoir faire cela : {Words.List(miss.MissingSkills, false)}.", $"One has to be able to do this: {Words.List(miss.MissingSkills, true)}."),
            MatchConstraint.Accessibility => Say("Elle n'est pas accessible à mobilité réduite.", "It can't be reached with reduced mobility."),
            _ => Say("Elle n'est pas ouverte aux mineurs.", "It isn't open to minors."),
        };
    }

    private string Asked(MissionFacts mission) => Windows(mission.Shifts.Count > 0 ? mission.Shifts.SelectMany(MissionHours.Of) : MissionHours.Parse(mission.Hours));

    private string Say(string french, string english) => English ? english : french;
}
