using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Benevolat.Web.Tests.InBrowser;

/// <summary>What every page must pass, whatever it shows.</summary>
internal static class Looks
{
    /// <summary>
    /// Axe itself, in the page: its package for Playwright opens a tab for each run, for the sake of frames of other sites, which there are none of here,
    /// and sends every rule's every success home.
    /// </summary>
    private const string Run = """
        options => axe.run(document, { resultTypes: ['violations'], ...options }).then(found => found.violations.map(violation =>
            `${violation.id}: ${violation.help} at ${violation.nodes.map(node => node.html).join(' | ')}`))
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static async Task RequireCleanAsync(this IPage page, string where)
    {
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{where} scrolls sideways by {overflow} px");
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Contains("Benevolat", await page.TitleAsync(), StringComparison.Ordinal);
        await page.RequireAccessibleAsync(where);
    }

    public static Task RequireAccessibleAsync(this IPage page, string where) => RequireAsync(page, where, new { });

    /// <summary>What another colour scheme can break, of all that axe looks at.</summary>
    public static Task RequireContrastAsync(this IPage page, string where) =>
        RequireAsync(page, where, new { runOnly = new { type = "rule", values = new[] { "color-contrast", "link-in-text-block" } } });

    private static async Task RequireAsync(IPage page, string where, object options)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) { await page.EvaluateAsync(Axe); }
        var faults = await page.EvaluateAsync<string[]>(Run, options);
        Assert.True(faults.Length == 0, $"{where}: {string.Join('\n', faults)}");
    }
}
