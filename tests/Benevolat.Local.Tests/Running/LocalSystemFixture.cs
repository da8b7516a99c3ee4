using Benevolat.Local.Running;

namespace Benevolat.Local.Tests.Running;

/// <summary>A system of stubs, two processes of each replicated service, once for a class.</summary>
public sealed class LocalSystemFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public LocalSystem System { get; private set; } = null!;

    public StringWriter Steps { get; } = new();

    internal SystemOptions Options { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Options = StubRepository.Create(_folder) with { Replicas = 2 };
        using var steps = new PlainSteps(Steps);
        System = await LocalSystem.StartAsync(Options, steps);
    }

    public async ValueTask DisposeAsync()
    {
        await System.DisposeAsync();
        _folder.Dispose();
    }
}
