using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Benevolat.Web.Tests.Stub;

namespace Benevolat.Web.Tests.Pages;

/// <summary>« I am here », as a plain form and from what a device kept.</summary>
public sealed class CheckInTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Envoi = "/pointage/envoi";
    private static readonly DateTimeOffset Then = new(2026, 12, 5, 16, 56, 0, TimeSpan.Zero);
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Claire"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task A_button_says_here()
    {
        var page = await browser.GoAsync("/pointage/K7PM-3VQ2");

        var after = await browser.SendAsync(page, "form[data-check-in]");
        Assert.StartsWith("C’est noté : votre arrivée à", after.Text(".notice.done"), StringComparison.Ordinal);
        using var sent = JsonDocument.Parse(site.Stub.Calls.Single(call => call.Method == "POST").Body!);
        var item = Assert.Single(sent.RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal(("K7PM-3VQ2", sent.RootElement.GetProperty("sentAt").GetString()), (item.GetProperty("code").GetString(), item.GetProperty("at").GetString()));
    }

    [Fact]
    public async Task A_code_that_is_refused_says_why()
    {
        var page = await browser.SendAsync(await browser.GoAsync("/pointage/FAUX"), "form[data-check-in]");
        Assert.Equal((409, "Ce code n'est pas connu."), (page.Status, page.Text("#erreurs li")));
        Assert.NotNull(page.Document.QuerySelector("form[data-check-in]"));
    }

    [Fact]
    public async Task What_a_device_kept_is_sent_in_the_session_of_whoever_sends_it()
    {
        using var answer = await browser.Http.PostAsJsonAsync(Envoi, new { sentAt = Then.AddHours(3), items = new[] { new { code = "K7PM", at = Then }, new { code = "FAUX", at = Then } } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["recorded", "refused"], body.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("status").GetString()));
        var call = site.Stub.Calls.Single(call => call.Path == "/api/v1/check-ins");
        Assert.NotEqual("", call.Authorization);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Without_a_session_or_from_another_site_nothing_is_sent()
    {
        using var stranger = site.Open();
        var body = new { sentAt = Then, items = new[] { new { code = "K7PM", at = Then } } };
        using var refused = await stranger.Http.PostAsJsonAsync(Envoi, body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        browser.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var forged = await browser.Http.PostAsJsonAsync(Envoi, body, TestContext.Current.CancellationToken);
        browser.Http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        using var form = await browser.Http.PostAsync(new Uri(Envoi, UriKind.Relative), new FormUrlEncodedContent([new("items", "K7PM")]), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Forbidden, true), (forged.StatusCode, (int)form.StatusCode is >= 400 and < 500));
        Assert.DoesNotContain(site.Stub.Calls, call => call.Path == "/api/v1/check-ins");
    }

    [Fact]
    public async Task A_service_that_is_away_is_told_apart_so_that_the_device_keeps_what_it_has()
    {
        site.Stub.Problem("POST", "/check-ins", 503, "", "");
        using var answer = await browser.Http.PostAsJsonAsync(Envoi, new { sentAt = Then, items = new[] { new { code = "K7PM", at = Then } } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task The_kept_page_has_nobodys_name_and_its_worker_is_asked_for_anew()
    {
        using var stranger = site.Open();
        var page = await stranger.GoAsync("/pointage/hors-ligne");
        Assert.Equal(200, page.Status);
        Assert.NotNull(page.Document.QuerySelector("form[data-check-in]"));
        Assert.True((await stranger.GoAsync("/pointage/sw.js")).Response.Headers.CacheControl!.NoCache);
    }
}
