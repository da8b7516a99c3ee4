using Benevolat.Local;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Benevolat.Architecture.Tests;

/// <summary>The AppHost can't be built on every machine, so what it says is read from its source and held against the native run mode.</summary>
public sealed class AppHost_and_Topology_agree
{
    private readonly Dictionary<string, AspireService> _services = [];
    private readonly Dictionary<string, string> _databases = [];
    private readonly Dictionary<string, string> _resourceOfVariable = [];

    public AppHost_and_Topology_agree()
    {
        var root = CSharpSyntaxTree.ParseText(Repository.Read("Benevolat.AppHost", "AppHost.cs")).GetRoot();
        foreach (var declaration in root.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(variable => variable.Initializer is not null))
        {
            ReadResource(declaration.Identifier.Text, declaration.Initializer!.Value);
        }
    }

    [Fact]
    public void The_same_databases() =>
        Assert.Equal(
            Topology.Databases.Select(database => $"{database.Resource}={database.Name}").Order(),
            _databases.Select(database => $"{database.Key}={database.Value}").Order());

    [Fact]
    public void The_same_services_from_the_same_projects() =>
        Assert.Equal(
            Topology.Services.Select(service => $"{service.Name}={service.Project}").Order(),
            _services.Select(service => $"{service.Key}={service.Value.Project}").Order());

    [Fact]
    public void The_same_database_broker_references_and_settings_for_each()
    {
        foreach (var service in Topology.Services)
        {
            var aspire = _services[service.Name];
            Assert.Equal(service.Database, aspire.Database);
            Assert.Equal(service.RabbitMq, aspire.RabbitMq);
            Assert.Equal(service.References.Order(), aspire.References.Order());
            Assert.Equal(service.Settings.Order(), aspire.Settings.Order());
        }
    }

    private void ReadResource(string variable, ExpressionSyntax chain)
    {
        var calls = chain.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is MemberAccessExpressionSyntax)
            .ToLookup(call => ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.Text);
        if (calls["AddDatabase"].SingleOrDefault() is { } database)
        {
            _databases[Text(database, 0)] = Text(database, 1);
            _resourceOfVariable[variable] = Text(database, 0);
        }

        if (calls["AddService"].Concat(calls["AddGateway"]).SingleOrDefault() is { } service)
        {
            _resourceOfVariable[variable] = Text(service, 0);
            var arguments = service.ArgumentList.Arguments.Skip(1).Select(argument => argument.ToString()).ToList();
            _services[Text(service, 0)] = new AspireService(
                ((GenericNameSyntax)((MemberAccessExpressionSyntax)service.Expression).Name).TypeArgumentList.Arguments[0].ToString().Replace("Projects.", "", StringComparison.Ordinal).Replace('_', '.'),
                arguments.Where(argument => argument != "rabbitmq").Select(argument => _resourceOfVariable[argument]).SingleOrDefault(),
                arguments.Contains("rabbitmq"),
                [.. calls["WithReference"].Select(call => _resourceOfVariable[call.ArgumentList.Arguments[0].ToString()])],
                [.. calls["WithSetting"].Select(call => Text(call, 0))]);
        }
    }

    private static string Text(InvocationExpressionSyntax call, int argument) =>
        ((LiteralExpressionSyntax)call.ArgumentList.Arguments[argument].Expression).Token.ValueText;

    private sealed record AspireService(string Project, string? Database, bool RabbitMq, IReadOnlyList<string> References, IReadOnlyList<string> Settings);
}
