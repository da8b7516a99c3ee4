using System.Net;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Tests.Features;

/// <summary>On a service of its own, because its clock is moved; with two replicas, since each thing happens once.</summary>
public sealed class The_clock_reminds_and_asks(MatchingFixture matching) : IClassFixture<MatchingFixture>
{
    [Fact]
    public async Task Weeks_go_by_and_everybody_hears_once()
    {
        await matching.StartHostAsync();
        var (first, second) = (matching.Shift(inHours: 7 * 24, places: 40), matching.Shift(inHours: 21 * 24, places: 40));
        var dated = await matching.OfferWithAsync(first, second);
        var free = await matching.OfferAsync();
        var people = new List<(Caller Volunteer, Guid Application, Guid Participation)>();
        for (var count = 0; count < 12; count++)
        {
            var (volunteer, application) = await matching.AcceptedAsync(dated, answer: count == 1 ? new { welcomerId = dated.Manager.AccountId } : null);
            var mine = await matching.SignUpAsync(volunteer, dated, first).ReadJsonAsync(HttpStatusCode.Created);
            if (count == 0) { await matching.ChangeAsync(volunteer, mine, "cancellation").ExpectAsync(HttpStatusCode.OK); }
            await matching.SignUpAsync(volunteer, dated, second).ExpectAsync(HttpStatusCode.Created);
            people.Add((volunteer, application.Id(), mine.Id()));
        }

        var (waits, without) = (await matching.AcceptedAsync(dated), await matching.AcceptedAsync(free));
        var (answers, early) = await matching.AcceptedAsync(free);
        await matching.As(answers).PutJsonAsync($"/api/v1/applications/{early.Id()}/feedback", new { happened = true, asDescribed = "yes", comeBack = "yes" }).ExpectAsync(HttpStatusCode.Created);

        // The evening before the first shift: eleven are reminded, who cancelled isn't.
        var on = ParisTime.DayOf(first.StartsAt);
        matching.Clock.MoveTo(ReminderTimes.DayBefore(on).AddMinutes(-5));
        await matching.UntilAsync(async db => await db.Applications.CountAsync(row => row.FeedbackDueAt <= matching.Clock.GetUtcNow()) == 0, "nothing is due");
        Assert.Empty(Near());
        matching.Clock.MoveTo(ReminderTimes.DayBefore(on).AddSeconds(1));
        foreach (var (_, _, participation) in people.Skip(1)) { await matching.Bus.HearAsync<ParticipationNear>(heard => heard.ParticipationId == participation); }

        Assert.Equal(dated.Manager.AccountId, matching.Bus.Heard<ParticipationNear>().Single(heard => heard.ParticipationId == people[1].Participation).WelcomerId);
        Assert.Null(matching.Bus.Heard<ParticipationNear>().Single(heard => heard.ParticipationId == people[2].Participation).WelcomerId);

        // The morning after it they are asked; a week after the acceptance, so are those of a mission without dates.
        matching.Clock.MoveTo(ParisTime.At(on.AddDays(1), new TimeOnly(10, 0)).AddSeconds(1));
        foreach (var (_, application, _) in people.Skip(1)) { await matching.Bus.HearAsync<FeedbackAsked>(heard => heard.ApplicationId == application); }
        await matching.Bus.HearAsync<FeedbackAsked>(heard => heard.ApplicationId == without.Application.Id());
        Assert.DoesNotContain(matching.Bus.Heard<FeedbackAsked>(), heard => heard.ApplicationId == people[0].Application);

        // And so it goes on to the second shift.
        matching.Clock.MoveTo(ReminderTimes.DayBefore(ParisTime.DayOf(second.StartsAt)).AddSeconds(1));
        await matching.UntilAsync(async db => !await db.Participations.AnyAsync(row => row.RemindAt != null), "everybody was reminded");
        matching.Clock.MoveTo(second.StartsAt.AddDays(3));
        await matching.Bus.HearAsync<FeedbackAsked>(heard => heard.ApplicationId == people[0].Application);
        await matching.UntilAsync(async db => !await db.Applications.AnyAsync(row => row.FeedbackDueAt != null), "nothing is left to ask");
        await matching.UntilAsync(db => Task.FromResult(Near().Count >= 23), "all reminders were heard");

        Assert.Equal((23, 23), (Near().Count, Near().Distinct().Count()));
        var asked = matching.Bus.Heard<FeedbackAsked>()
            .Where(heard => heard.MissionId == dated.MissionId || heard.MissionId == free.MissionId).Select(heard => heard.ApplicationId).ToList();
        Assert.Equal(people.Select(person => person.Application).Append(without.Application.Id()).Order(), asked.Order());
        Assert.DoesNotContain(waits.Application.Id(), asked);

        List<Guid> Near() => [.. matching.Bus.Heard<ParticipationNear>().Where(heard => heard.MissionId == dated.MissionId).Select(heard => heard.ParticipationId)];
    }

    [Fact]
    public async Task What_was_due_while_nobody_ran_is_not_reminded_of_after_the_fact()
    {
        var shift = matching.Shift(inHours: 72);
        var offer = await matching.OfferWithAsync(shift);
        var (_, mine) = await matching.SignedUpAsync(offer, shift);
        matching.Clock.MoveTo(shift.StartsAt.AddMinutes(1));
        await matching.UntilAsync(async db => !await db.Participations.AnyAsync(row => row.RemindAt != null), "the clock has looked");
        Assert.DoesNotContain(matching.Bus.Heard<ParticipationNear>(), heard => heard.ParticipationId == mine.Id());
    }
}
