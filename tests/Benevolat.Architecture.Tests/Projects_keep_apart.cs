using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetArchTest.Rules;

namespace Benevolat.Architecture.Tests;

public sealed class Projects_keep_apart
{
    private static readonly string[] Shared = ["Benevolat.Contracts", "Benevolat.Messaging", "Benevolat.ServiceDefaults", "Benevolat.Index"];

    public static TheoryData<string> Services => new(Repository.Services);

    public static TheoryData<string> EverySourceProject => new(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .Select(file => Path.GetFileNameWithoutExtension(file)!));

    [Theory]
    [MemberData(nameof(EverySourceProject))]
    public void A_project_references_only_what_all_share(string project)
    {
        var references = XDocument.Load(Path.Combine(Repository.Root, "src", project, $"{project}.csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Empty(references.Except(Shared));
    }

    [Fact]
    public void Contracts_reference_nothing_of_ours() =>
        Assert.DoesNotContain("ProjectReference", Repository.Read("src", "Benevolat.Contracts", "Benevolat.Contracts.csproj"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Services))]
    public void The_domain_knows_neither_database_nor_web_nor_bus(string service)
    {
        var domain = Types.InAssembly(Repository.Load(service)).That().ResideInNamespaceStartingWith($"Benevolat.{service}.Domain");
        Assert.NotEmpty(domain.GetTypes());
        AssertKept(domain.ShouldNot().HaveDependencyOnAny("Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "MassTransit", "RabbitMQ", "Npgsql",
            "Benevolat.Messaging", $"Benevolat.{service}.Data", $"Benevolat.{service}.Features"));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Nobody_but_Messaging_publishes(string service) =>
        AssertKept(Types.InAssembly(Repository.Load(service)).ShouldNot().HaveDependencyOnAny(
            "MassTransit.IBus", "MassTransit.IPublishEndpoint", "MassTransit.ISendEndpoint", "MassTransit.ISendEndpointProvider", "RabbitMQ"));

    [Fact]
    public void Nobody_reads_the_clock_directly()
    {
        var readers = new[] { "src", "Benevolat.ServiceDefaults" }.SelectMany(Repository.Sources)
            .Where(file => Regex.IsMatch(File.ReadAllText(file), @"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b"));
        Assert.Empty(readers);
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = Repository.Read("Benevolat.sln");
        var forgotten = new[] { "src", "tests", "deploy" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(Path.GetFileName)
            .Where(project => !solution.Contains(project!, StringComparison.Ordinal));
        Assert.Empty(forgotten);
    }

    [Fact]
    public void The_AppHost_stands_in_the_solution_but_is_not_built_with_it()
    {
        var lines = Repository.Read("Benevolat.sln").Split('\n');
        var id = Regex.Match(lines.Single(line => line.Contains("Benevolat.AppHost.csproj", StringComparison.Ordinal)), "\"(\\{[0-9A-F-]+\\})\"\\s*$").Groups[1].Value;
        Assert.Contains(lines, line => line.Contains($"{id}.Debug|Any CPU.ActiveCfg", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(id, StringComparison.Ordinal) && line.Contains(".Build.0", StringComparison.Ordinal));
    }

    private static void AssertKept(ConditionList rule)
    {
        var result = rule.GetResult();
        Assert.True(result.IsSuccessful, $"Broken by: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }
}
