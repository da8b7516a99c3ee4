using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Benevolat.Web.Tests.InBrowser;

/// <summary>What every page must pass, whatever it shows.</summary>
internal static class Looks
{
    public static async Task RequireCleanAsync(this IPage page, string where)
    {
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{where} scrolls sideways by {overflow} px");
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Contains("Benevolat", await page.TitleAsync(), StringComparison.Ordinal);
        await page.RequireAccessibleAsync(where);
    }

    public static async Task RequireAccessibleAsync(this IPage page, string where)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{where}: " + string.Join("\n", found.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} at {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")));
    }
}
