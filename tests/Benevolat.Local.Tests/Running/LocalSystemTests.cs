using System.Net.Http.Json;
using Benevolat.Local.Processes;
using Benevolat.Local.Running;
using Npgsql;

namespace Benevolat.Local.Tests.Running;

public sealed class LocalSystemTests(LocalSystemFixture fixture) : IClassFixture<LocalSystemFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private LocalSystem System => fixture.System;

    public static TheoryData<string> Services => [.. Topology.Services.Select(service => service.Name)];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_service_is_told_what_the_topology_says_and_nothing_of_the_others(string name)
    {
        var (process, service) = (System.Service(name), Topology.Service(name));
        var told = await ToldAsync(process);
        string[] expected =
        [
            .. service.Settings,
            .. service.Database is null ? [] : (string[])[$"ConnectionStrings__{service.Database}"],
            .. service.RabbitMq ? (string[])["ConnectionStrings__rabbitmq"] : [],
            .. service.References.SelectMany(reference =>
                Enumerable.Range(0, Topology.Service(reference).Replicated ? 2 : 1).Select(replica => $"services__{reference}__http__{replica}")),
        ];

        Assert.Equal(expected.Order(StringComparer.Ordinal), told.Keys.Where(key => key.Contains("__", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(name, told["OTEL_SERVICE_NAME"]);
        Assert.Equal("false", told["MASSTRANSIT_USAGE_TELEMETRY"]);
        Assert.DoesNotContain("OTEL_EXPORTER_OTLP_ENDPOINT", told.Keys);
    }

    [Fact]
    public async Task Replicas_have_addresses_and_names_of_their_own_and_callers_know_them_all()
    {
        var gateway = await ToldAsync(System.Service("gateway"));
        var second = await ToldAsync(System.Service("missions", replica: 1));

        Assert.Equal(System.Service("missions").Address, new Uri(gateway["services__missions__http__0"]!));
        Assert.Equal(System.Service("missions", replica: 1).Address, new Uri(gateway["services__missions__http__1"]!));
        Assert.Equal("service.instance.id=missions-1", second["OTEL_RESOURCE_ATTRIBUTES"]);
    }

    [Fact]
    public async Task Every_service_finds_its_own_database_migrated_before_its_start()
    {
        foreach (var service in Topology.Services.Where(service => service.Database is not null))
        {
            var told = await ToldAsync(System.Service(service.Name));
            await using var connection = new NpgsqlConnection(told[$"ConnectionStrings__{service.Database}"] + ";Pooling=false");
            await connection.OpenAsync(Stop);

            Assert.Equal(service.Name, connection.Database);
            Assert.Contains($"migrate by {service.Name}", await File.ReadAllTextAsync(fixture.Options.Below("logs", service.Name + ".log"), Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_killed_service_comes_back_at_the_same_address()
    {
        var process = System.Service("volunteers");
        var before = process.Process.Id;

        await process.KillAsync();
        await process.RestartAsync(Stop);

        Assert.NotEqual(before, process.Process.Id);
        Assert.Equal("volunteers", (await ToldAsync(process))["OTEL_SERVICE_NAME"]);
    }

    [Fact]
    public void A_second_terminal_reads_what_runs_and_what_it_takes()
    {
        StateFile.Write(fixture.Options.Folder, System);

        var state = StateFile.Read(fixture.Options.Folder);
        var uses = MemoryReport.Of(state!.Processes);

        Assert.Equal(System.Site.ToString(), state.Site);
        Assert.Equal(["run.sh", .. System.All.Select(server => server.Name)], uses.Select(use => use.Name));
        Assert.All(uses, use => Assert.InRange(use.Proportional, 1_000_000, use.Resident));
    }

    [Fact]
    public void Each_step_is_reported_once_it_is_done()
    {
        var lines = fixture.Steps.ToString();

        Assert.All(["PostgreSQL", "RabbitMQ", "identity: migrations", "gateway", "matching-1"], step => Assert.Contains($"{step}: done in", lines, StringComparison.Ordinal));
    }

    private static async Task<Dictionary<string, string?>> ToldAsync(ServiceProcess process)
    {
        using var http = new HttpClient { BaseAddress = process.Address };
        return (await Until.FoundAsync("the stub's answer", TimeSpan.FromSeconds(10), stop => http.GetFromJsonAsync<Dictionary<string, string?>>("/told", stop), Stop))!;
    }
}
