using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Benevolat.Testing.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Benevolat.Architecture.Tests;

/// <summary>
/// Who may call what stands in <c>endpoints.txt</c>, for people to review. An endpoint that is not there, or that names no authorisation,
/// fails; and every role knocks at every door to see that the table tells the truth.
/// </summary>
public sealed class Endpoints_are_guarded(GuardedServices services) : IClassFixture<GuardedServices>
{
    private const string Table = "endpoints.txt";

    private static string TablePath => Path.Combine(Repository.Root, "tests", "Benevolat.Architecture.Tests", Table);

    [Fact]
    public void Every_endpoint_stands_in_the_table_with_its_authorisation()
    {
        var actual = services.Doors.Select(door => door.ToString()).Order(StringComparer.Ordinal).ToList();
        var expected = File.ReadAllLines(TablePath).Where(line => line.Length > 0 && line[0] != '#').ToList();
        if (!actual.SequenceEqual(expected)) { File.WriteAllLines(Path.ChangeExtension(TablePath, ".received.txt"), actual); }
        Assert.Equal(expected, actual);
        Assert.DoesNotContain(actual, line => line.EndsWith(" unnamed", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_endpoint_of_the_API_has_a_name_and_a_summary() =>
        Assert.DoesNotContain(services.Doors, door => door is { IsApi: true, IsDescribed: false });

    [Fact]
    public async Task Every_role_is_let_in_exactly_where_the_table_says()
    {
        var wrong = new List<string>();
        var knocked = 0;
        foreach (var door in services.Doors.Where(door => door is { IsApi: true, Service: not "identity" }))
        {
            foreach (var (role, token) in services.Tokens)
            {
                using var request = new HttpRequestMessage(new HttpMethod(door.Method), Regex.Replace(door.Route, @"\{[^}]+\}", "0197f000-0000-7000-8000-000000000000"));
                if (token is not null) { request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token); }
                using var answer = await services.Client(door.Service).SendAsync(request);
                var letIn = answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
                if (letIn != IsAllowed(role, door.Policy)) { wrong.Add($"{role} at {door}: {(int)answer.StatusCode}"); }
                knocked++;
            }
        }

        Assert.Empty(wrong);
        Assert.True(knocked > 100, $"Only {knocked} knocks: the routes were not found.");
    }

    private static bool IsAllowed(string role, string policy) => policy switch
    {
        "anyone" => true,
        "person" => role is "person" or "moderator",
        _ => role == policy,
    };
}

/// <summary>One way into a service.</summary>
/// <param name="Policy">Who may pass: a policy, <c>anyone</c>, or <c>unnamed</c> where nobody thought of it.</param>
public sealed record Door(string Service, string Method, string Route, string Policy, bool IsDescribed)
{
    public bool IsApi => Route.StartsWith("/api/", StringComparison.Ordinal);

    public override string ToString() => $"{Service,-13} {Method,-6} {Route} {Policy}";

    internal static IEnumerable<Door> Of(string service, RouteEndpoint endpoint)
    {
        var anonymous = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy ?? "signed-in").Distinct().ToList();
        var policy = anonymous ? "anyone" : policies.Count == 0 ? "unnamed" : string.Join('+', policies);
        var described = endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is not null && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IEndpointSummaryMetadata>() is not null;
        var route = "/" + Regex.Replace(endpoint.RoutePattern.RawText ?? "", @":[a-z]+\}", "}").TrimStart('/');
        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => new Door(service, method, route, policy, described));
    }
}

/// <summary>All services that check tokens themselves, unconnected, and a token for each role.</summary>
public sealed class GuardedServices : IAsyncLifetime
{
    private readonly Dictionary<string, HttpClient> _clients = [];
    private readonly List<IAsyncDisposable> _running = [];
    private TestIdentity _identity = null!;

    public IReadOnlyList<Door> Doors { get; private set; } = [];

    public IReadOnlyDictionary<string, string?> Tokens { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await TestIdentity.StartAsync();
        Doors = [
            .. Start("identity", new UnconnectedService<Identity.Data.IdentityDb>(_identity)),
            .. Start("missions", new UnconnectedService<Missions.Data.MissionsDb>(_identity)),
            .. Start("volunteers", new UnconnectedService<Volunteers.Data.VolunteersDb>(_identity)),
            .. Start("matching", new UnconnectedService<Matching.Data.MatchingDb>(_identity)),
            .. Start("notifications", new UnconnectedService<Notifications.Data.NotificationsDb>(_identity)),
        ];
        Caller[] callers = [Caller.Person(), Caller.Moderator(), Caller.Network(), Caller.Operator()];
        Tokens = callers.Zip(["person", "moderator", "network", "operator"], (caller, role) => (role, token: (string?)_identity.Sign(caller.Subject, caller.Scopes, caller.Roles)))
            .Prepend(("nobody", null)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
    }

    public HttpClient Client(string service) => _clients[service];

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _running) { await service.DisposeAsync(); }
        await _identity.DisposeAsync();
    }

    private IEnumerable<Door> Start<TMarker>(string name, WebApplicationFactory<TMarker> service)
        where TMarker : class
    {
        _running.Add(service);
        _clients[name] = service.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        return service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => Door.Of(name, endpoint)).DistinctBy(door => door.ToString());
    }
}
