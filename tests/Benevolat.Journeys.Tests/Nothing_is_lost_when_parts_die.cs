using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Journeys.Tests.Setup;
using Benevolat.Local.Mail;
using Benevolat.Local.Running;
using Benevolat.Local.Servers;
using Benevolat.Testing;

namespace Benevolat.Journeys.Tests;

/// <summary>kill -9 of the broker, two services and the database, one after the other, while 20 people apply 200 times.</summary>
public sealed class Nothing_is_lost_when_parts_die(RunningSystem system)
{
    private const int People = 20;
    private const int Missions = 10;
    private const int Places = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Every_answered_application_exists_and_each_side_got_one_mail()
    {
        using var manager = await Someone.SignUpAsync(system, "Hélène");
        var (organisation, missions) = await PublishMissionsAsync(manager);
        var people = new List<Someone>();
        for (var person = 0; person < People; person++) { people.Add(await Someone.SignUpAsync(system, "Bénévole")); }
        await Eventually.TrueAsync(async () => await KnowsAllAsync(manager, missions), "matching knows the missions");

        ILocalServer[] victims = [system.System.RabbitMq, system.System.Service("matching"), system.System.Service("notifications"), system.System.Postgres];
        var killed = new TaskCompletionSource[victims.Length + 1];
        for (var turn = 0; turn < killed.Length; turn++) { killed[turn] = new TaskCompletionSource(); }
        killed[0].SetResult();
        var applying = people.Select(person => ApplyToAllAsync(person, missions, mission => killed[mission * killed.Length / Missions].Task)).ToList();
        for (var turn = 0; turn < victims.Length; turn++)
        {
            await victims[turn].KillAsync();
            killed[turn + 1].SetResult();
            await victims[turn].RestartAsync();
        }

        var applications = (await Task.WhenAll(applying)).SelectMany(ids => ids).ToList();
        Assert.Equal(People * Missions, applications.Distinct().Count());
        await EveryApplicationExistsAsync(people, applications);
        await EachSideGotOneMailAsync(manager, people);

        await Task.WhenAll(AcceptAllAsync(manager, applications), AcceptAllAsync(manager, applications.AsEnumerable().Reverse()), KillMatchingAsync());
        await NoPlaceIsSoldTwiceAsync(manager, organisation, missions);
        foreach (var person in people) { person.Dispose(); }
        await EverythingIsWellAgainAsync();
    }

    /// <summary>Other journeys share these processes: each has thrown away its broken connections once it says that it is ready.</summary>
    private async Task EverythingIsWellAgainAsync()
    {
        using var http = new HttpClient();
        foreach (var process in system.System.Services)
        {
            await Eventually.TrueAsync(async () => (await http.GetAsync(new Uri(process.Address, "/health/ready"))).IsSuccessStatusCode, $"{process.Name} is ready again", Patience);
        }
    }

    /// <summary>A client that keeps its key asks until it is answered: that is what the key is for.</summary>
    /// <param name="turn">Holds a mission's application back until the next part was killed, so that each dies under load.</param>
    private static async Task<List<Guid>> ApplyToAllAsync(Someone person, IReadOnlyList<string> missions, Func<int, Task> turn)
    {
        var answered = new List<Guid>();
        for (var mission = 0; mission < missions.Count; mission++)
        {
            await turn(mission);
            var key = Guid.NewGuid().ToString();
            var path = $"/api/v1/missions/{missions[mission]}/applications";
            var created = await Eventually.GetAsync(async () =>
            {
                using var answer = await person.Http.PostJsonAsync(path, new { message = "Je viens volontiers." }, idempotencyKey: key);
                return answer.StatusCode is HttpStatusCode.Created ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : MayTryAgain(answer.StatusCode);
            }, "the application was answered", Patience);
            answered.Add((Guid)created["id"]!);
        }

        return answered;
    }

    /// <summary>Unavailable, or the same key still under way: anything else would be a lie or a bug.</summary>
    private static JsonNode? MayTryAgain(HttpStatusCode status)
    {
        Assert.True(status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.Conflict, $"answered {(int)status}");
        return null;
    }

    /// <summary>The manager says yes to everybody; with five places for twenty, most answers are a clear no.</summary>
    private static async Task AcceptAllAsync(Someone manager, IEnumerable<Guid> applications)
    {
        foreach (var application in applications)
        {
            await Eventually.TrueAsync(async () =>
            {
                using var shown = await manager.Http.GetAsync(new Uri($"/api/v1/applications/{application}", UriKind.Relative));
                if (!shown.IsSuccessStatusCode) { return false; }
                using var answer = await manager.Http.PostJsonAsync($"/api/v1/applications/{application}/acceptance", null, ifMatch: shown.Headers.ETag!.ToString());
                return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict;
            }, "the application was decided", Patience);
        }
    }

    private async Task KillMatchingAsync()
    {
        await system.System.Service("matching").KillAsync();
        await system.System.Service("matching").RestartAsync();
    }

    private static async Task EveryApplicationExistsAsync(IReadOnlyList<Someone> people, List<Guid> applications)
    {
        var mine = new List<Guid>();
        foreach (var person in people)
        {
            mine.AddRange((await person.GetAsync("/api/v1/volunteers/me/applications?limit=100"))["items"]!.AsArray().Select(item => (Guid)item!["id"]!));
        }

        Assert.Equal(applications.Order(), mine.Order());
    }

    private static async Task NoPlaceIsSoldTwiceAsync(Someone manager, string organisation, IReadOnlyList<string> missions)
    {
        var accepted = new List<string>();
        for (string? cursor = null, next = ""; next is not null; cursor = next)
        {
            var page = await manager.GetAsync($"/api/v1/organisations/{organisation}/applications?state=accepted&limit=100{(cursor is null ? "" : $"&cursor={cursor}")}");
            accepted.AddRange(page["items"]!.AsArray().Select(item => (string)item!["missionId"]!));
            next = (string?)page["next"];
        }

        Assert.All(missions, mission => Assert.Equal(Places, accepted.Count(other => other == mission)));
        await Eventually.TrueAsync(async () => (await Task.WhenAll(missions.Select(mission => manager.GetAsync($"/api/v1/missions/{mission}")))).All(mission =>
            (int)mission["placesLeft"]! == 0 && (string?)mission["state"] == "closed"), "every mission closed with its last place", Patience);
    }

    private async Task EachSideGotOneMailAsync(Someone manager, IReadOnlyList<Someone> people)
    {
        await Eventually.TrueAsync(() => Task.FromResult(Distinct(manager.Email) >= People * Missions), "the association has a mail for each application", Patience);
        await Eventually.TrueAsync(() => Task.FromResult(people.All(person => Distinct(person.Email) >= Missions)), "each volunteer has a mail for each application", Patience);
        Assert.Equal(People * Missions, Distinct(manager.Email));
        Assert.All(people, person => Assert.Equal(Missions, Distinct(person.Email)));
    }

    /// <summary>Mails about an application's arrival, counted as a mail program counts: by Message-ID.</summary>
    private int Distinct(string recipient) =>
        system.System.Mail.Mails.All().Where(mail => mail.Recipients.Contains(recipient) && IsAboutAnArrival(mail)).Select(mail => mail.MessageId).Distinct().Count();

    private static bool IsAboutAnArrival(CaughtMail mail) => mail.Headers.GetValueOrDefault("X-Benevolat-Kind", "") is "application-submitted" or "application-received";

    private async Task<(string Organisation, IReadOnlyList<string> Missions)> PublishMissionsAsync(Someone manager)
    {
        using var moderator = await Someone.SignInAsync(system, "moderator@demo.benevolat.test", Demo.Password);
        var organisation = await Steps.RegisterAndVerifyAsync(manager, moderator);
        var missions = new List<string>();
        for (var number = 0; number < Missions; number++) { missions.Add(await Steps.PublishAsync(manager, organisation, $"Aide aux devoirs numéro {number}", Places)); }
        return (organisation, missions);
    }

    private static async Task<bool> KnowsAllAsync(Someone manager, IReadOnlyList<string> missions)
    {
        foreach (var mission in missions)
        {
            using var answer = await manager.Http.GetAsync(new Uri($"/api/v1/missions/{mission}/candidates", UriKind.Relative));
            if (!answer.IsSuccessStatusCode) { return false; }
        }

        return true;
    }
}
