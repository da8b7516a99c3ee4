using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Tests.Features;

/// <summary>A week of applications and what comes of them in the four weeks after, with a third of the associations silent, on two replicas.</summary>
public sealed class A_thousand_applications_in_a_compressed_month(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    private const int Associations = 30;
    private const int Volunteers = 50;
    private const int Each = 20;

    /// <summary>A Monday, 8:00 in Paris, far enough from holidays.</summary>
    private static readonly DateTimeOffset Monday = new(2027, 2, 1, 7, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(20261128);

    [Fact]
    public async Task Everybody_gets_a_human_answer_or_alternatives_and_nobody_silence()
    {
        matching.Clock.MoveTo(Monday);
        var two = await matching.StartHostAsync();
        var offers = new List<Offer>();
        for (var count = 0; count < Associations; count++) { offers.Add(await matching.OfferAsync(places: 1_000)); }
        var people = Enumerable.Range(0, Volunteers).Select(_ => Caller.Person()).ToList();
        foreach (var person in people) { await matching.TellAsync(Facts.Profile(person.AccountId)); }

        var sent = await SendInAWeekAsync(offers, people, two);
        Assert.Equal(Volunteers * Each, sent.Count);
        for (var day = 7; day < 35; day++) { await UntilAsync(Monday.AddDays(day), sent); }

        var rows = await matching.LookAsync(db => db.Applications.AsNoTracking().ToListAsync());
        Assert.Equal(sent.Count, rows.Count);
        Assert.All(rows, row => Assert.True(row.AnsweredAt is not null || row.State is ApplicationState.Expired, "somebody still waits"));

        var silent = sent.Where(application => application.IsSilent).Select(application => application.Id).ToHashSet();
        Assert.InRange(silent.Count, sent.Count / 4, sent.Count / 2);
        Assert.Equal(silent.Order(), rows.Where(row => row.State is ApplicationState.Expired).Select(row => row.Id).Order());
        await Eventually.TrueAsync(() => Task.FromResult(matching.Bus.Heard<ApplicationExpired>().Count >= silent.Count), "all is told");
        Once(matching.Bus.Heard<AnswerDueSoon>().Where(heard => silent.Contains(heard.ApplicationId)).Select(heard => heard.ApplicationId), silent);
        Once(matching.Bus.Heard<AnswerOverdue>().Select(heard => heard.ApplicationId), silent);
        Once(matching.Bus.Heard<ApplicationHandedOver>().Select(heard => heard.ApplicationId), silent);
        Once(matching.Bus.Heard<AlternativesProposed>().Select(heard => heard.ApplicationId), silent);
        Once(matching.Bus.Heard<ApplicationExpired>().Select(heard => heard.ApplicationId), silent);
        Assert.All(matching.Bus.Heard<AlternativesProposed>(), heard => Assert.NotEmpty(heard.MissionIds));

        // And it shows: who keeps silent is known for it.
        foreach (var (offer, number) in offers.Select((offer, number) => (offer, number)))
        {
            var organisation = (await matching.As(null).GetJsonAsync($"/api/v1/missions/{offer.MissionId}/promise"))["organisation"]!;
            Assert.Equal(IsSilent(number) ? 0 : (int)organisation["asked"]!, (int)organisation["answered"]!);
        }
    }

    private static bool IsSilent(int association) => association % 3 == 0;

    private async Task<List<Sent>> SendInAWeekAsync(List<Offer> offers, List<Caller> people, WebApplicationFactory<Program> other)
    {
        var planned = people
            .SelectMany(person => offers.Select((offer, number) => (person, offer, number)).OrderBy(_ => _random.Next()).Take(Each))
            .Select(plan => (plan.person, plan.offer, plan.number, At: Monday.AddMinutes(_random.Next(7 * 24 * 60)), Hours: _random.Next(1, 17)))
            .OrderBy(plan => plan.At).ToList();
        var sent = new List<Sent>();
        foreach (var batch in planned.Chunk(planned.Count / 28))
        {
            await UntilAsync(batch[0].At, sent);
            var answers = await Task.WhenAll(batch.Select(async (plan, index) =>
            {
                var application = await matching.SubmitAsync(plan.person, plan.offer.MissionId, host: index % 2 == 0 ? null : other).ReadJsonAsync(HttpStatusCode.Created);
                // Who answers does so within two days of work, hence in time.
                var answerAt = IsSilent(plan.number) ? (DateTimeOffset?)null : WorkingTime.Usual.After(matching.Clock.GetUtcNow(), TimeSpan.FromHours(plan.Hours));
                return new Sent(application, plan.offer, answerAt);
            }));
            sent.AddRange(answers);
        }

        return sent;
    }

    /// <summary>Lets it be then, lets the associations answer, and waits until the clocks have struck what is due.</summary>
    private async Task UntilAsync(DateTimeOffset then, List<Sent> sent)
    {
        if (then > matching.Clock.GetUtcNow()) { matching.Clock.MoveTo(then); }
        var due = sent.Where(application => !application.IsSilent && !application.Done && application.AnswerAt <= then).ToList();
        await Task.WhenAll(due.Select((application, index) => AnswerAsync(application, index % 3)));
        await matching.UntilAsync(async db => !await db.Applications.AnyAsync(row => row.NextStepAt <= then), "the clock has struck");
    }

    private async Task AnswerAsync(Sent sent, int how)
    {
        sent.Done = true;
        using var answer = how switch
        {
            0 => await matching.StepAsync(sent.Offer.Manager, sent.Application, "acceptance").ExpectAsync(HttpStatusCode.OK),
            1 => await matching.StepAsync(sent.Offer.Manager, sent.Application, "refusal", new { reason = "other" }).ExpectAsync(HttpStatusCode.OK),
            _ => await matching.As(sent.Offer.Manager).PostJsonAsync($"/api/v1/applications/{sent.Id}/messages", new { text = "Venez nous voir." }).ExpectAsync(HttpStatusCode.Created),
        };
    }

    private static void Once(IEnumerable<Guid> told, HashSet<Guid> expected) => Assert.Equal(expected.Order(), told.Order());

    private sealed record Sent(JsonNode Application, Offer Offer, DateTimeOffset? AnswerAt)
    {
        public Guid Id { get; } = Application.Id();
        public bool IsSilent => AnswerAt is null;
        public bool Done { get; set; }
    }
}
