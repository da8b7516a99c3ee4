using System.Net.Http.Headers;
using System.Text;

namespace Benevolat.Testing.Servers;

/// <summary>A virtual host of the broker for one test class: its queues meet nobody else's.</summary>
public static class TestVirtualHost
{
    /// <returns>The amqp URI of the new virtual host.</returns>
    public static async Task<Uri> CreateAsync()
    {
        var servers = await TestServers.GetAsync();
        var name = $"test-{Guid.NewGuid():N}";
        using var management = Management(servers);
        (await management.PutAsync($"api/vhosts/{name}", null)).EnsureSuccessStatusCode();
        return new UriBuilder(servers.RabbitMq) { Path = name }.Uri;
    }

    public static async Task DeleteAsync(Uri virtualHost)
    {
        using var management = Management(await TestServers.GetAsync());
        await management.DeleteAsync($"api/vhosts/{virtualHost.AbsolutePath.Trim('/')}");
    }

    private static HttpClient Management(TestServers servers) => new()
    {
        BaseAddress = servers.Management,
        DefaultRequestHeaders =
        {
            Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(servers.RabbitMq.UserInfo)))),
        },
    };
}
