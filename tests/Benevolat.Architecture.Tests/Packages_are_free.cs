using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Benevolat.Architecture.Tests;

/// <summary>Only permissive licences: read from the packages that this very build restored.</summary>
public sealed class Packages_are_free
{
    private static readonly string[] Permissive = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "MS-PL", "0BSD", "ISC", "MPL-2.0 OR Apache-2.0", "Apache-2.0 OR MPL-2.0"];

    /// <summary>Packages from before licence expressions, whose licence was read by a person.</summary>
    private static readonly Dictionary<string, string> ReadByHand = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NetArchTest.Rules"] = "MIT",
        ["Mono.Cecil"] = "MIT",
        ["Lucene.Net"] = "Apache-2.0; LICENSE.txt lists parts of others, all permissive but one scheduler class that we never load (MS-LPL)",
        ["Lucene.Net.Analysis.Common"] = "Apache-2.0, likewise",
        ["J2N"] = "Apache-2.0, likewise",
        ["Deque.AxeCore.Commons"] = "MPL-2.0, tests only: axe-core is delivered to nobody",
        ["Deque.AxeCore.Playwright"] = "MPL-2.0, tests only",
        ["Microsoft.Testing.Extensions.CodeCoverage"] = "Microsoft .NET Library, tests only",
    };

    [Fact]
    public void Every_restored_package_has_a_permissive_licence()
    {
        var packages = Restored().ToList();
        Assert.True(packages.Count > 100, "Nothing was restored, so nothing was checked.");
        var others = packages.Where(package => !ReadByHand.ContainsKey(package.Id) && !IsPermissive(package.Licence)).Select(package => $"{package.Id}: {package.Licence}");
        Assert.Empty(others);
    }

    [Fact]
    public void MassTransit_stays_on_its_last_free_line() =>
        Assert.All(Restored().Where(package => package.Id.StartsWith("MassTransit", StringComparison.OrdinalIgnoreCase)), package => Assert.StartsWith("8.5.", package.Version));

    private static bool IsPermissive(string licence) => Permissive.Contains(licence, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string Id, string Version, string Licence)> Restored() =>
        Directory.EnumerateFiles(Repository.Root, "project.assets.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .SelectMany(file => Packages(JsonNode.Parse(File.ReadAllText(file))!))
            .DistinctBy(package => (package.Id, package.Version));

    private static IEnumerable<(string Id, string Version, string Licence)> Packages(JsonNode assets)
    {
        var folders = assets["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        foreach (var (name, library) in assets["libraries"]!.AsObject().Where(library => (string?)library.Value!["type"] == "package"))
        {
            var folder = folders.Select(root => Path.Combine(root, (string)library!["path"]!)).First(Directory.Exists);
            var nuspec = XDocument.Load(Directory.EnumerateFiles(folder, "*.nuspec").Single());
            yield return (name.Split('/')[0], name.Split('/')[1], Licence(nuspec));
        }
    }

    private static string Licence(XDocument nuspec)
    {
        var metadata = nuspec.Root!.Elements().First().Elements().ToList();
        var licence = metadata.FirstOrDefault(element => element.Name.LocalName == "license");
        return licence?.Attribute("type")?.Value == "expression"
            ? licence.Value
            : licence?.Value ?? metadata.FirstOrDefault(element => element.Name.LocalName == "licenseUrl")?.Value ?? "none";
    }
}
