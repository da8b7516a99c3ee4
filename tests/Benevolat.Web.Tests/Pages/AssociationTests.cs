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
}
