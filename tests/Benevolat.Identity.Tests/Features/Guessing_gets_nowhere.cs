using System.Diagnostics;
using System.Net;
using Benevolat.Testing;

namespace Benevolat.Identity.Tests.Features;

public sealed class Guessing_gets_nowhere(IdentityService service) : IClassFixture<IdentityService>
{
    [Fact]
    public async Task Five_failures_lock_the_account_for_a_quarter_of_an_hour()
    {
        var (visitor, email) = (new Visitor(service), Visitor.NewEmail());
        await visitor.BecomeAsync(email);
        for (var attempt = 0; attempt < 5; attempt++) { await RefusedAsync(visitor.SignInAsync(email, "pas-le-bon-mot")); }

        await RefusedAsync(visitor.SignInAsync(email));
        service.Clock.Advance(TimeSpan.FromMinutes(14));
        await RefusedAsync(visitor.SignInAsync(email));
        service.Clock.Advance(TimeSpan.FromMinutes(2));

        await visitor.SignInAsync(email).ExpectAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_success_forgets_earlier_failures()
    {
        var (visitor, email) = (new Visitor(service), Visitor.NewEmail());
        await visitor.BecomeAsync(email);
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 0; attempt < 4; attempt++) { await RefusedAsync(visitor.SignInAsync(email, "pas-le-bon-mot")); }
            await visitor.SignInAsync(email).ExpectAsync(HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task Many_guesses_at_once_are_counted_one_by_one()
    {
        var (visitor, email) = (new Visitor(service), Visitor.NewEmail());
        await visitor.BecomeAsync(email);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(guess => RefusedAsync(visitor.SignInAsync(email, $"pas-le-bon-{guess}"))));

        await RefusedAsync(visitor.SignInAsync(email));
    }

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answers_after_the_same_time()
    {
        var (visitor, known, unknown) = (new Visitor(service), Visitor.NewEmail(), Visitor.NewEmail());
        await visitor.BecomeAsync(known);

        foreach (var ask in new Func<string, Task<HttpResponseMessage>>[]
        {
            email => visitor.SignInAsync(email, "pas-le-bon-mot"),
            email => visitor.Http.PostJsonAsync("/api/v1/accounts/password-reset-request", new { email }),
            email => visitor.SignUpAsync(email),
        })
        {
            Assert.Equal(await AnswerAsync(() => ask(known)), await AnswerAsync(() => ask(unknown)));
        }

        await service.Mail.Mails.WaitForAsync(known, "déjà un compte", stop: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_new_password_needs_the_mail_ends_the_lock_and_signs_out_everywhere()
    {
        var (visitor, email) = (new Visitor(service), Visitor.NewEmail());
        await visitor.BecomeAsync(email);
        await visitor.SignInAsync(email).ExpectAsync(HttpStatusCode.NoContent);
        var tokens = await visitor.TokensAsync();
        for (var attempt = 0; attempt < 5; attempt++) { await RefusedAsync(visitor.SignInAsync(email, "pas-le-bon-mot")); }

        await visitor.Http.PostJsonAsync("/api/v1/accounts/password-reset-request", new { email }).ExpectAsync(HttpStatusCode.Accepted);
        var (accountId, token) = await visitor.LinkAsync(email, "nouveau mot de passe");
        var reset = new { accountId, token, password = "une toute autre phrase" };
        await visitor.Http.PostJsonAsync("/api/v1/accounts/password-reset", reset).ExpectAsync(HttpStatusCode.NoContent);

        await visitor.Http.PostJsonAsync("/api/v1/accounts/password-reset", reset).ExpectProblemAsync(HttpStatusCode.Conflict, "account.link");
        await visitor.RefreshAsync(tokens).ExpectAsync(HttpStatusCode.BadRequest);
        await RefusedAsync(visitor.SignInAsync(email));
        await visitor.SignInAsync(email, reset.password).ExpectAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Whoever_signed_up_first_with_an_address_of_others_loses_it()
    {
        var (thief, owner, email) = (new Visitor(service), new Visitor(service), Visitor.NewEmail());
        await thief.Http.PostJsonAsync("/api/v1/accounts", new { email, password = "la phrase du voleur", firstName = "Voleur", language = "fr" }).ExpectAsync(HttpStatusCode.Accepted);
        var stale = await thief.LinkAsync(email, "Confirmez");
        await owner.SignUpAsync(email).ExpectAsync(HttpStatusCode.Accepted);

        await owner.Http.PostJsonAsync("/api/v1/accounts/confirmation", new { accountId = stale.AccountId, token = stale.Token }).ExpectProblemAsync(HttpStatusCode.Conflict, "account.link");
        await Eventually.TrueAsync(async () =>
        {
            var (accountId, token) = await owner.LinkAsync(email, "Confirmez");
            return (await owner.Http.PostJsonAsync("/api/v1/accounts/confirmation", new { accountId, token })).StatusCode == HttpStatusCode.NoContent;
        }, "the second mail arrived and its link works");

        await RefusedAsync(thief.SignInAsync(email, "la phrase du voleur"));
        await owner.SignInAsync(email).ExpectAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Too_many_attempts_in_a_minute_are_told_when_to_come_back()
    {
        service.Settings["Identity:AttemptsPerMinute"] = "3";
        var strict = await service.StartHostAsync();
        service.Settings["Identity:AttemptsPerMinute"] = "1000";
        var (visitor, email) = (new Visitor(service, strict), Visitor.NewEmail());
        for (var attempt = 0; attempt < 3; attempt++) { await RefusedAsync(visitor.SignInAsync(email)); }

        var answer = visitor.SignInAsync(email);
        await answer.ExpectProblemAsync(HttpStatusCode.TooManyRequests, "http.too-many-requests");

        Assert.Equal(TimeSpan.FromMinutes(1), (await answer).Headers.RetryAfter!.Delta);
        await RefusedAsync(visitor.SignInAsync(Visitor.NewEmail()));
    }

    private static async Task RefusedAsync(Task<HttpResponseMessage> answer) => await answer.ExpectProblemAsync(HttpStatusCode.Unauthorized, "account.credentials");

    /// <summary>Status and body without the trace's id; never sooner than the fixed time.</summary>
    private static async Task<(HttpStatusCode, string)> AnswerAsync(Func<Task<HttpResponseMessage>> ask)
    {
        var started = Stopwatch.StartNew();
        using var answer = await ask();
        Assert.True(started.ElapsedMilliseconds > 280, $"answered after {started.ElapsedMilliseconds} ms");
        var body = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, body.Split("\"traceId\"")[0]);
    }
}
