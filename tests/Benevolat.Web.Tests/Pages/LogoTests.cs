using System.Net.Http.Headers;
using Benevolat.Web.Tests.Stub;

namespace Benevolat.Web.Tests.Pages;

public sealed class LogoTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly string Address = $"/association/{StubData.OrganisationId}/logo";
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Samia"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Fact]
    public async Task A_picture_is_sent_on_as_it_is_with_the_version_seen()
    {
        var answer = await SendAsync([1, 2, 3]);
        Assert.Equal($"{Address}?fait=logo", answer.RequestMessage!.RequestUri!.PathAndQuery);
        var call = site.Stub.Calls.Single(call => call.Method == "PUT");
        Assert.Equal(($"/api/v1/organisations/{StubData.OrganisationId}/logo", "\"2\"", "\u0001\u0002\u0003"), (call.Path, call.IfMatch, call.Body));
    }

    [Fact]
    public async Task No_picture_is_nothing_to_send()
    {
        Assert.Equal(400, (int)(await SendAsync([])).StatusCode);
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "PUT");
    }

    [Fact]
    public async Task What_the_service_says_of_it_stands_at_the_field()
    {
        site.Stub.Problem("PUT", $"/organisations/{StubData.OrganisationId}/logo", 400, "request.invalid", "À corriger", new() { ["logo"] = ["Ce n'est pas une image."] });
        var answer = await SendAsync([1, 2, 3]);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("pas une image", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_taken_away()
    {
        var after = await browser.SendAsync(await browser.GoAsync(Address), "form.action-form");
        Assert.Equal($"{Address}?fait=logo-retire", after.Path);
        Assert.Equal("DELETE", site.Stub.Calls.Last(call => call.IfMatch is not null).Method);
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] picture)
    {
        var page = await browser.GoAsync(Address);
        using var content = new MultipartFormDataContent();
        foreach (var hidden in page.Document.QuerySelectorAll("form[enctype] input[type=hidden]"))
        {
            content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        }

        var file = new ByteArrayContent(picture);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        content.Add(file, "logo", "logo.png");
        return await browser.Http.PostAsync(new Uri(Address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
