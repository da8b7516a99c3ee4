using System.Net;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.ServiceDefaults.Tests;

public sealed class Tokens_decide_who_enters(NotesService notes) : IClassFixture<NotesService>
{
    private static readonly string Somebody = Guid.CreateVersion7().ToString();

    [Fact]
    public async Task Nobody_gets_401_and_the_wrong_role_403()
    {
        using var nobody = notes.As(null);
        using var person = notes.As(Caller.Person());
        await Get(nobody, "/moderators").ExpectProblemAsync(HttpStatusCode.Unauthorized, "http.unauthenticated");
        await Get(person, "/moderators").ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
    }

    [Fact]
    public async Task Each_policy_lets_its_own_in_and_no_other()
    {
        Caller[] callers = [Caller.Person(), Caller.Moderator(), Caller.Network(), Caller.Operator()];
        string[] doors = ["/moderators", "/networks", "/operators"];
        var opened = new List<string>();
        foreach (var caller in callers)
        {
            using var client = notes.As(caller);
            foreach (var door in doors)
            {
                using var answer = await Get(client, door);
                if (answer.IsSuccessStatusCode) { opened.Add($"{Array.IndexOf(callers, caller)}{door}"); }
            }
        }

        Assert.Equal(["1/moderators", "2/networks", "3/operators"], opened);
    }

    [Fact]
    public async Task A_token_for_another_service_is_refused() =>
        await Get(notes.With(notes.Identity.Sign(Somebody, ["openid"], ["moderator"], audiences: ["matching"])), "/moderators").ExpectAsync(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task An_expired_token_is_refused() =>
        await Get(notes.With(notes.Identity.Sign(Somebody, ["openid"], ["moderator"], life: TimeSpan.FromMinutes(-5))), "/moderators").ExpectAsync(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_token_with_a_forged_payload_is_refused_even_when_the_true_one_is_cached()
    {
        var token = notes.Identity.Sign(Somebody, ["openid"], []);
        await Get(notes.With(token), "/moderators").ExpectAsync(HttpStatusCode.Forbidden);

        var promoted = notes.Identity.Sign(Somebody, ["openid"], ["moderator"]).Split('.');
        var forged = $"{promoted[0]}.{promoted[1]}.{token.Split('.')[2]}";
        await Get(notes.With(forged), "/moderators").ExpectAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_cached_token_ends_with_its_life()
    {
        // 30 seconds of skew are allowed for, so a token that ended 27 s ago has 3 s left.
        var client = notes.With(notes.Identity.Sign(Somebody, ["openid"], ["moderator"], life: TimeSpan.FromSeconds(-27)));
        await Get(client, "/moderators").ExpectAsync(HttpStatusCode.OK);
        await Eventually.TrueAsync(async () => (await Get(client, "/moderators")).StatusCode is HttpStatusCode.Unauthorized, "the token is refused", TimeSpan.FromSeconds(15));
    }

    private static Task<HttpResponseMessage> Get(HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative));
}
