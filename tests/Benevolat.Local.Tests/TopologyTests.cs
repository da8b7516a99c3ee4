namespace Benevolat.Local.Tests;

public sealed class TopologyTests
{
    [Fact]
    public void Names_are_used_once_and_everything_that_is_referred_to_exists()
    {
        var services = Topology.Services.Select(service => service.Name).ToList();
        var databases = Topology.Databases.Select(database => database.Resource).ToList();

        Assert.Equal(services.Distinct(), services);
        Assert.Equal(databases.Distinct(), databases);
        Assert.All(Topology.Services.SelectMany(service => service.References), reference => Assert.Contains(reference, services));
        Assert.Equal(databases, Topology.Services.Where(service => service.Database is not null).Select(service => service.Database!));
    }

    [Fact]
    public void Every_service_has_its_project()
    {
        var repository = new Benevolat.Local.Running.SystemOptions { Folder = "." }.Repository;

        Assert.All(Topology.Services, service => Assert.True(File.Exists(Path.Combine(repository, "src", service.Project, service.Project + ".csproj"))));
    }

    [Fact]
    public void Callers_stop_before_those_they_call()
    {
        var order = Topology.StopOrder().Select(layer => string.Join(' ', layer.Select(service => service.Name))).ToList();

        Assert.Equal(["gateway", "web", "missions volunteers matching notifications", "identity"], order);
    }
}
