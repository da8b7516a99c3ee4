using Benevolat.Web.Api;

namespace Benevolat.Web.Tests.Stub;

/// <summary>Applications in the states that pages show differently. Their actions are those of both sides: each page takes its own.</summary>
internal static class StubCandidacies
{
    public static readonly DateTimeOffset Now = StubData.Now;

    public static readonly IReadOnlyList<Candidacy> All =
    [
        New(1, "submitted", -1, "running") with { Turn = "organisation", Actions = ["acknowledge", "accept", "put-on-waiting-list", "decline", "message", "withdraw"] },
        New(2, "acknowledged", -4, "handed-over") with { Turn = "organisation", Places = 12, GroupName = "Classe de seconde B", Actions = ["accept", "put-on-waiting-list", "decline", "message", "withdraw"] },
        New(3, "accepted", -9, "kept", answered: -8) with { Actions = ["message", "withdraw", "complete", "record-no-show", "give-feedback", "declare-hours"] },
        New(4, "declined", -20, "kept", answered: -16) with
        {
            AnswerMessage = "Nous avons déjà complété l'équipe du mercredi. Merci pour votre message !", Reason = "no-place-left", Alternatives = Alternatives(),
        },
        New(5, "in-discussion", -6, "kept", answered: -5) with
        {
            Turn = "volunteer", Waiting = new(1, Now.AddDays(-2), new(Guid.CreateVersion7(), Now.AddHours(30))), Actions = ["accept-offer", "refuse-offer", "message", "withdraw"],
        },
        New(6, "in-discussion", -7, "kept", answered: -5) with { Waiting = new(3, Now.AddDays(-2), null), Actions = ["message", "withdraw", "decline"] },
        New(7, "expired", -30, "over") with { Alternatives = Alternatives() },
    ];

    public static Guid Id(int number) => new($"0193b000-0000-7000-8000-00000000000{number}");

    public static Promise Promise(DateTimeOffset sent, string step, DateTimeOffset? answered) => new(
        sent.AddDays(3), sent.AddDays(1.5), sent.AddDays(3), sent.AddDays(4.5), sent.AddDays(21), step, answered, answered is { } at ? at <= sent.AddDays(3) : null);

    private static Candidacy New(int number, string state, int day, string step, int? answered = null) => new(
        Id(number), Mission(number).Id, Mission(number).Title!, StubData.OrganisationId, "Les Passerelles du Rhône", new Guid($"0193c000-0000-7000-8000-00000000000{number}"), state,
        "Bonjour, j'ai été prof de maths pendant dix ans et le mercredi après-midi est libre pour moi. J'aimerais venir voir comment vous travaillez, puis m'engager jusqu'en juin.",
        Now.AddDays(day), Now.AddDays(day + 3), null, null, 2)
    {
        Promise = Promise(Now.AddDays(day), step, answered is { } days ? Now.AddDays(days) : null),
    };

    private static Mission Mission(int number) => StubMissions.All[(number - 1) % 5];

    private static IReadOnlyList<Alternative> Alternatives() =>
        [.. StubMissions.All.Skip(1).Take(3).Select(mission => new Alternative(mission.Id, mission.Title!, "Les Jardins", "Villeurbanne", 2.4, 3))];
}
