namespace Benevolat.Testing;

/// <summary>
/// The browser of the tests: Debian's Chromium, nothing is downloaded. The headless shell is the same engine without the windows and pages of the
/// browser around it, and starts a tab in a fraction of the time.
/// </summary>
public static class ChromiumProgram
{
    private static readonly string[] Known = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    /// <summary>What <c>BENEVOLAT_TEST_CHROMIUM</c> says, or the first one that is installed.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("BENEVOLAT_TEST_CHROMIUM") ?? Known.FirstOrDefault(File.Exists) ?? Known[^1];

    /// <summary>No sandbox, because tests run as root in containers; no talk with its maker.</summary>
    public static IReadOnlyList<string> Flags { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];
}
