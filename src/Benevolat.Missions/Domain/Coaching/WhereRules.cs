using Benevolat.Contracts.Vocabulary;
using static Benevolat.Missions.Domain.Coaching.CoachHit;
using static Benevolat.Missions.Domain.Coaching.CoachRule;

namespace Benevolat.Missions.Domain.Coaching;

/// <summary>Where it is, how one gets there, and who can.</summary>
internal static class WhereRules
{
    public static IReadOnlyList<CoachRule> All { get; } =
    [
        Blocking("place-missing", CoachPart.Place, Whole, "addresses",
            "Donnez l'adresse où l'on se retrouve, ou choisissez « à distance » si tout se fait de chez soi.",
            "Give the address where people meet, or choose “remote” if everything is done from home.",
            mission => When(mission.Content is { Remote: not RemoteWork.Full, Addresses.Count: 0 })),

        Advice("place-street", CoachPart.Place, 3, "addresses",
            "Précisez la rue : on ne s'engage pas pour « quelque part en ville ». Le numéro peut attendre, l'arrêt ou le quartier non.",
            "Add the street: nobody commits to “somewhere in town”. The number can wait, the stop or the quarter can't.",
            mission => When(mission.Content.Remote != RemoteWork.Full && mission.Content.Addresses.Any(address => string.IsNullOrWhiteSpace(address.Street)))),

        Advice("place-transport", CoachPart.Place, 2, "closeToTransport",
            "Dites comment on vient : l'arrêt le plus proche, le parking, un covoiturage. Cochez « proche des transports » si c'est le cas.",
            "Say how one gets there: the nearest stop, the car park, a shared ride. Tick “close to transport” if it is.",
            mission => When(IsOnSite(mission) && !mission.Content.CloseToTransport && !mission.Mentions(CoachWords.Transport))),

        Advice("place-accessibility", CoachPart.Place, 1, "reducedMobility",
            "Dites si l'on peut venir en fauteuil ou rester assis : « deux marches à l'entrée », « debout une heure ». Cochez la case si c'est accessible.",
            "Say whether one can come in a wheelchair or stay seated: “deux marches à l'entrée”, “debout une heure”. Tick the box if it is accessible.",
            mission => When(IsOnSite(mission) && !mission.Content.ReducedMobility && !mission.Mentions(CoachWords.Accessibility))),

        Advice("place-remote", CoachPart.Place, 2, "remote",
            "Le texte dit « {match} », la mission le contraire : accordez le champ « à distance » et l'adresse.",
            "The text says “{match}”, the mission says the opposite: make the field “remote” and the address agree.",
            mission => Of(mission.Content.Remote switch
            {
                RemoteWork.No => CoachWords.Remote.In(mission.Title).Concat(CoachWords.Remote.In(mission.Description)),
                RemoteWork.Full => CoachWords.OnSite.In(mission.Description),
                _ => [],
            }).Take(1).Select(hit => hit with { Field = "remote" })),
    ];

    private static bool IsOnSite(CoachedMission mission) => mission.Content.Remote != RemoteWork.Full && mission.Content.Addresses.Count > 0;
}
