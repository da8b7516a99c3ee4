using System.Globalization;
using Benevolat.Local.Processes;

namespace Benevolat.Local.Servers;

/// <summary>PostgreSQL as Debian installs it, and the account that it may run under.</summary>
internal static class PostgresInstallation
{
    private const string Root = "/usr/lib/postgresql";

    /// <summary>PostgreSQL refuses to run as root; its package brings an account.</summary>
    public static string? User => Posix.IsRoot ? "postgres" : null;

    /// <summary>The programs of the newest version, or of the one that wrote the data, since no other can read them.</summary>
    public static string BinFolderFor(string dataFolder)
    {
        var versionFile = Path.Combine(dataFolder, "PG_VERSION");
        var written = File.Exists(versionFile) ? File.ReadAllText(versionFile).Trim() : null;
        var found = Versions().FirstOrDefault(version => written is null || version == written)
            ?? throw new InvalidOperationException(written is null
                ? $"PostgreSQL isn't installed: nothing under {Root}. Debian: apt-get install postgresql postgresql-15-postgis-3"
                : $"The data in {dataFolder} were written by PostgreSQL {written}, which isn't installed any more.");
        return Path.Combine(Root, found, "bin");
    }

    /// <summary>
    /// The folder itself, or one under /var/tmp when some parent (a private /root, a temporary folder of mode 0700)
    /// may not be entered by the account that PostgreSQL runs under.
    /// </summary>
    public static string ReachableFolder(string wanted)
    {
        var everyoneMayEnter = User is null || Parents(wanted).All(parent => File.GetUnixFileMode(parent).HasFlag(UnixFileMode.OtherExecute));
        if (everyoneMayEnter) { return wanted; }
        var name = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(wanted)))[..12];
        return $"/var/tmp/benevolat-postgres-{name}";
    }

    private static IEnumerable<string> Versions() =>
        Directory.Exists(Root)
            ? Directory.EnumerateDirectories(Root)
                .Where(folder => File.Exists(Path.Combine(folder, "bin", "initdb")))
                .Select(folder => Path.GetFileName(folder)!)
                .OrderByDescending(version => double.Parse(version, CultureInfo.InvariantCulture))
            : [];

    private static IEnumerable<string> Parents(string folder)
    {
        for (var parent = Directory.GetParent(folder); parent is not null; parent = parent.Parent)
        {
            if (parent.Exists) { yield return parent.FullName; }
        }
    }
}
