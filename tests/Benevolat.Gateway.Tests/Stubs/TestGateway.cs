using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Benevolat.Gateway.Tests.Stubs;

/// <summary>The real gateway on Kestrel: size limits, connections and forwarded addresses exist only there.</summary>
public sealed class TestGateway : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _host;

    private TestGateway(WebApplicationFactory<Program> host, Uri address) => (_host, Address, Client) = (host, address, NewClient(address));

    public Uri Address { get; }

    /// <summary>Keeps no cookies and follows no redirects.</summary>
    public HttpClient Client { get; }

    public static Task<TestGateway> StartAsync(IEnumerable<(string Key, string Value)> settings)
    {
        var host = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Testing");
            foreach (var (key, value) in settings) { web.UseSetting(key, value); }
            web.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        });
        host.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        host.StartServer();
        return Task.FromResult(new TestGateway(host, host.ClientOptions.BaseAddress));
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? token = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, token, null, headers);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? token = null, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null) { request.Headers.Authorization = new("Bearer", token); }
        foreach (var (name, value) in headers) { request.Headers.TryAddWithoutValidation(name, value); }
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>The status and text of a request whose target no client would send so.</summary>
    public async Task<(int Status, string Text)> GetRawAsync(string target)
    {
        var stop = TestContext.Current.CancellationToken;
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(Address.Host, Address.Port, stop);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: {Address.Authority}\r\nConnection: close\r\n\r\n"), stop);
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync(stop);
        return (int.Parse(text.Split(' ', 3)[1], CultureInfo.InvariantCulture), text);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
    }

    private static HttpClient NewClient(Uri address) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
}
