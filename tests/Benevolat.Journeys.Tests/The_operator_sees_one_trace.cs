using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Benevolat.Journeys.Tests.Setup;
using Benevolat.Local.Running;
using Benevolat.Testing;

namespace Benevolat.Journeys.Tests;

/// <summary>What the Aspire dashboard shows of one click, asked through its telemetry API.</summary>
public sealed class The_operator_sees_one_trace(RunningSystem system)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task From_the_volunteers_click_on_the_site_to_the_mail_across_services_and_the_broker()
    {
        using var manager = await Someone.SignUpAsync(system, "Nadia");
        using var moderator = await Someone.SignInAsync(system, "moderator@demo.benevolat.test", Demo.Password);
        var organisation = await Steps.RegisterAndVerifyAsync(manager, moderator);
        var mission = await Steps.PublishAsync(manager, organisation, $"Aide aux devoirs tracée {Guid.NewGuid().ToString()[..6]}", places: 3);
        await Eventually.TrueAsync(async () => (await manager.Http.GetAsync(new Uri($"/api/v1/missions/{mission}/candidates", UriKind.Relative))).IsSuccessStatusCode, "matching knows the mission");

        var trace = await ClickAsync(mission);

        IReadOnlyList<(string Service, string Name, string Id, string? Parent)> spans = [];
        try
        {
            await Eventually.TrueAsync(async () => ReachesTheMail(spans = await SpansAsync(trace)), "the trace reaches from the gateway to the e-mail", Patience);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Trace {trace} holds only: {string.Join(", ", spans.Select(span => $"{span.Service}: {span.Name}").Distinct())}");
        }

        await EverySpanButTheClickHasItsParentAsync(trace);
        Assert.DoesNotContain(manager.Email, await RawAsync(trace), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("disponible tous les mercredis", await RawAsync(trace), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_service_sends_its_metrics_and_logs()
    {
        await Eventually.TrueAsync(async () =>
        {
            var resources = JsonNode.Parse(await DashboardAsync("/api/telemetry/resources"))!.AsArray();
            string[] wanted = ["gateway", "web", "identity", "missions", "volunteers", "matching", "notifications"];
            return wanted.All(name => resources.Any(resource => (string?)resource!["name"] == name && (bool)resource["hasMetrics"]! && (bool)resource["hasTraces"]! && (bool)resource["hasLogs"]!));
        }, "all services show traces, logs and metrics", Patience);
    }

    private static bool ReachesTheMail(IReadOnlyList<(string Service, string Name, string Id, string? Parent)> spans) =>
        spans.Select(span => span.Service).Distinct().Intersect(["gateway", "web", "matching", "notifications"]).Count() == 4
        && spans.Any(span => span.Name == "matching.application-submitted.v1 publish")
        && spans.Any(span => span.Name.StartsWith("notifications.when-application-submitted", StringComparison.Ordinal))
        && spans.Any(span => span.Name == "e-mail application-submitted");

    /// <summary>The browser's request carries a trace of ours, so that we know what to look for.</summary>
    private async Task<string> ClickAsync(string mission)
    {
        await using var browser = await Browser.StartAsync(system);
        var volunteer = await Visitor.ArriveAsync(system, browser, width: 360);
        await volunteer.SignUpAsync("Karim", "/candidatures");
        await volunteer.OpenAsync($"/postuler/{mission}");
        await volunteer.FillAsync(("Votre message", "Bonjour, je suis disponible tous les mercredis."));

        var trace = ActivityTraceId.CreateRandom().ToHexString();
        await volunteer.Page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["traceparent"] = $"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01" });
        await volunteer.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Envoyer ma candidature" }).ClickAsync();
        await volunteer.Page.WaitForURLAsync("**/candidatures/*");
        return trace;
    }

    private async Task EverySpanButTheClickHasItsParentAsync(string trace) => await Eventually.TrueAsync(async () =>
    {
        var spans = await SpansAsync(trace);
        var ids = spans.Select(span => span.Id).ToHashSet();
        return spans.Count(span => span.Parent is null || !ids.Contains(span.Parent)) <= 2; // the click, and the page that it redirects to
    }, "the spans hang together", Patience);

    private async Task<IReadOnlyList<(string Service, string Name, string Id, string? Parent)>> SpansAsync(string trace)
    {
        if (await RawAsync(trace) is not { Length: > 0 } raw) { return []; }
        return [.. JsonNode.Parse(raw)!["data"]!["resourceSpans"]!.AsArray().SelectMany(resource => Spans(resource!))];
    }

    private static IEnumerable<(string Service, string Name, string Id, string? Parent)> Spans(JsonNode resource)
    {
        var service = (string)resource["resource"]!["attributes"]!.AsArray().Single(attribute => (string?)attribute!["key"] == "service.name")!["value"]!["stringValue"]!;
        return resource["scopeSpans"]!.AsArray().SelectMany(scope => scope!["spans"]!.AsArray())
            .Select(span => (service, (string)span!["name"]!, (string)span["spanId"]!, (string?)span["parentSpanId"]));
    }

    private async Task<string> RawAsync(string trace) => await DashboardAsync($"/api/telemetry/traces/{trace}");

    private async Task<string> DashboardAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = system.System.Dashboard!.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode is HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : "";
    }
}
