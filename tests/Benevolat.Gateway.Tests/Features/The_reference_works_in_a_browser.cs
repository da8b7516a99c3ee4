using Benevolat.Gateway.Tests.Stubs;
using Benevolat.Testing;
using Microsoft.Playwright;

namespace Benevolat.Gateway.Tests.Features;

public sealed class The_reference_works_in_a_browser(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task The_page_shows_an_operation_and_asks_no_other_host()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumProgram.Path,
            Args = ChromiumProgram.Flags,
        });
        var page = await browser.NewPageAsync();
        var (strangers, refused) = (new List<string>(), new List<string>());
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && new Uri(request.Url).Authority != fixture.Gateway.Address.Authority) { strangers.Add(request.Url); }
        };
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) { refused.Add(message.Text); }
        };
        await page.GotoAsync(new Uri(fixture.Gateway.Address, "/docs").ToString());
        await page.GetByText("Queues of all services").First.WaitForAsync();
        Assert.Empty(strangers);
        Assert.Empty(refused);
    }
}
