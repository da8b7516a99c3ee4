using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Domain.Coaching;

namespace Benevolat.Missions.Tests.Domain.Coaching;

/// <summary>A mission that leaves nothing to say, and short words for looking at others.</summary>
internal static class Coached
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>Saturday 16 January 2027, 9:00 in Paris.</summary>
    public static readonly DateTimeOffset Saturday = new(2027, 1, 16, 8, 0, 0, TimeSpan.Zero);

    public static OrganisationProfile Organisation { get; } = Given.Profile with
    {
        Purpose = "Depuis douze ans, notre association ouvre une grande salle du quartier aux enfants qui n'ont pas d'endroit calme pour travailler après l'école.",
    };

    public static MissionContent Ready { get; } = new(
        "Aider des collégiens à faire leurs devoirs",
        """
        Chaque mardi à 17 h, vous vous asseyez à côté de trois élèves de sixième, toujours les mêmes. Vous relisez l'énoncé avec eux,
        vous cherchez ensemble où cela coince, vous faites réciter la leçon.

        À 18 h 30, on range la salle et on boit un jus de fruits. Personne ne vous demande d'être professeur : il suffit d'aimer
        expliquer et d'oser dire « je ne sais pas, cherchons ».
        """,
        MissionDomain.Education, MissionKind.Regular, RemoteWork.No, ["soutien-scolaire"], ["adolescents"], ["pédagogie"], Places: 4,
        new DateOnly(2027, 1, 5), new DateOnly(2027, 6, 29), ["tue-17", "tue-18"], 1.5m, [],
        [new AddressContent("3 rue Marc-Antoine Petit", "Lyon", "69123", "69002", 4.828, 45.753)],
        false, true, true, false, null, "La coordinatrice vous attend à 16 h 45, vous présente les élèves et reste à côté de vous la première séance.")
    {
        Tasks = ["Relire l'énoncé avec l'élève", "Faire chercher plutôt que répondre", "Ranger la salle"],
        Prerequisites = ["Un extrait de casier judiciaire (bulletin n° 3), parce que l'on est avec des mineurs"],
        SoftSkills = ["patience"],
        Difficulty = "Certains soirs, les élèves sont fatigués et n'ont pas envie.",
        ScheduleNote = "Pas de séance pendant les vacances scolaires.",
        ExpensesNote = "Les tickets sont remboursés sur justificatif.",
    };

    public static CoachReport Look(MissionContent content, OrganisationProfile? organisation = null) =>
        Coach.Look(new CoachedMission(content, organisation ?? Organisation, Today));

    /// <summary>Codes of what was found, without their common beginning.</summary>
    public static IReadOnlyList<string> Codes(MissionContent content) => [.. Look(content).Findings.Select(finding => finding.Rule.Code["coach.".Length..]).Distinct()];

    public static MissionContent Says(this MissionContent content, string more) => content with { Description = $"{content.Description}\n{more}" };
}
