using System.Collections.Concurrent;
using Benevolat.Identity.Data;
using Benevolat.Local.Mail;
using Benevolat.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Benevolat.Identity.Tests.Features;

/// <summary>Identity on its own database and virtual host, with a mail catcher where the mail server would be.</summary>
public sealed class IdentityService() : ServiceFixture<IdentityDb>("identitydb")
{
    public const string WebSecret = "the-secret-of-the-site";
    private readonly string _folder = Directory.CreateTempSubdirectory("benevolat-mail-").FullName;

    /// <summary>What an operator would read, from Information up.</summary>
    public ConcurrentQueue<string> Logs { get; } = new();

    public MailCatcher Mail { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        Mail = MailCatcher.Start(_folder);
        Settings["Smtp:Host"] = MailCatcher.Host;
        Settings["Smtp:Port"] = $"{Mail.Port}";
        Settings["Identity:WebClientSecret"] = WebSecret;
        Settings["Identity:AllowDemo"] = "true";
        Settings["Identity:RefreshReuseLeewaySeconds"] = "0";
        Settings["Identity:AttemptsPerMinute"] = "1000";
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void Configure(IWebHostBuilder host)
    {
        base.Configure(host);
        host.ConfigureLogging(logging => logging.AddProvider(new Ear(Logs)).AddFilter<Ear>(null, LogLevel.Information));
    }

    private sealed class Ear(ConcurrentQueue<string> heard) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            heard.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
