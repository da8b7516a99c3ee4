using Benevolat.Contracts.Vocabulary;
using static Benevolat.Missions.Domain.Coaching.CoachHit;
using static Benevolat.Missions.Domain.Coaching.CoachRule;

namespace Benevolat.Missions.Domain.Coaching;

/// <summary>No surprise afterwards: what is hard, what it costs, and that it is no job.</summary>
internal static class HonestyRules
{
    public static IReadOnlyList<CoachRule> All { get; } =
    [
        Advice("difficulty-missing", CoachPart.Honesty, 4, "difficulty",
            "Dites ce qui est difficile : « certains soirs les enfants n'ont pas envie », « on porte des caisses de 10 kg ». Ceux qui viennent le savent, et ils restent.",
            "Say what is hard: “certains soirs les enfants n'ont pas envie”, “on porte des caisses de 10 kg”. Those who come know it then, and they stay.",
            mission => When(!mission.SaysNothing && string.IsNullOrWhiteSpace(mission.Content.Difficulty) && !CoachWords.Difficulty.IsIn(mission.Description))),

        Advice("expenses-missing", CoachPart.Honesty, 1, "expensesNote",
            "Dites ce qui est remboursé et comment : « tickets de bus sur justificatif ». Si rien ne l'est, dites-le aussi : chacun compte avant de venir.",
            "Say what is refunded and how: “tickets de bus sur justificatif”. If nothing is, say so too: people reckon before they come.",
            mission => When(!mission.SaysNothing && mission.Content.Remote != RemoteWork.Full && string.IsNullOrWhiteSpace(mission.Content.ExpensesNote)
                && !CoachWords.Expenses.IsIn(mission.Description))),

        Blocking("hidden-job", CoachPart.Honesty, 2, "description",
            "« {match} » annonce un emploi, et une mission bénévole n'en est pas un. Écrivez à la place : {instead}.",
            "“{match}” announces a job, and a volunteers' mission isn't one. Write instead: {instead}.",
            mission => Of(mission.Find(CoachWords.HiddenJob))),

        Advice("job-words", CoachPart.Honesty, 1, "description",
            "« {match} » fait penser à un emploi. Écrivez plutôt : {instead}.",
            "“{match}” makes people think of a job. Rather write: {instead}.",
            // Those who help others to find a job, or with their papers, have to call these things by their names.
            mission => mission.Content.Domain is MissionDomain.Emploi or MissionDomain.GestionFinanceDroit ? [] : Of(mission.Find(CoachWords.Job))),

        Blocking("money-asked", CoachPart.Honesty, 1, "description",
            "« {match} » : on ne paie pas pour aider. Écrivez à la place : {instead}.",
            "“{match}”: nobody pays to help. Write instead: {instead}.",
            mission => Of(mission.Find(CoachWords.Money))),

        Blocking("contact-details", CoachPart.Honesty, 2, "description",
            "Retirez « {match} » : on vous joint par la candidature, et vos coordonnées ne se montrent qu'une fois que vous êtes d'accord tous les deux.",
            "Remove “{match}”: people reach you by applying, and contact details are only shown once you both agree.",
            mission => mission.Texts.SelectMany(Contacts.In)),

        Blocking("link-hidden", CoachPart.Honesty, 1, "description",
            "« {match} » cache où mène le lien : donnez l'adresse complète de la page, ou mettez le site dans le profil de l'association.",
            "“{match}” hides where the link leads: give the page's full address, or put the site into the organisation's profile.",
            mission => Of(mission.Find(CoachWords.Shorteners).Where(hit => hit.Text.Contains('.', StringComparison.Ordinal) && !hit.Text.Any(char.IsWhiteSpace)))),
    ];
}
