using Benevolat.Web.Tests.Stub;

namespace Benevolat.Web.Tests.Pages;

public sealed class AssociationTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private Browser browser = null!;

    public async ValueTask InitializeAsync() => browser = await site.OpenAsync(Person.Named("Samia", "moderator"));

    public ValueTask DisposeAsync()
    {
        site.Stub.Clear();
        browser.Dispose();
        return default;
    }

    [Theory]
    [InlineData(".actions form:first-child", "acceptance", "acceptee")]
    [InlineData(".actions form:last-child", "acknowledgement", "accuse")]
    [InlineData(".danger-zone form", "refusal", "refusee")]
    public async Task An_application_is_answered_by_a_button(string form, string answer, string done)
    {
        var page = await browser.GoAsync("/association/candidatures/0193b000-0000-7000-8000-000000000001");
        Assert.Equal("Candidature de Nadia", page.Text("h1"));
        var after = await browser.SendAsync(page, $"main {form}");

        Assert.EndsWith($"fait={done}", after.Path, StringComparison.Ordinal);
        Assert.EndsWith($"/{answer}", site.Stub.Calls.Single(call => call.Method == "POST").Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moderator_verifies_and_only_a_moderator_sees_the_queue()
    {
        var after = await browser.SendAsync(await browser.GoAsync("/moderation"), "main .actions form");
        Assert.Equal("/moderation?fait=verifiee", after.Path);
        Assert.Equal("\"2\"", site.Stub.Calls.Single(call => call.Method == "POST").IfMatch);

        using var other = await site.OpenAsync(Person.Named("Claire"));
        Assert.Equal(403, (await other.GoAsync("/moderation")).Status);
    }

    [Fact]
    public async Task A_suspension_needs_a_reason()
    {
        var page = await browser.SendAsync(await browser.GoAsync("/moderation"), ".danger-zone form");
        Assert.Equal(400, page.Status);
        Assert.DoesNotContain(site.Stub.Calls, call => call.Method == "POST");
    }
}
