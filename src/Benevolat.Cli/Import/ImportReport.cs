using System.Diagnostics;
using Benevolat.Cli.Api;

namespace Benevolat.Cli.Import;

/// <summary>What became of each mission of a feed. Filled by several senders at once.</summary>
internal sealed class ImportReport
{
    private readonly Lock _gate = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<(string ClientId, Problem Problem)> _failures = [];

    public int Created { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    public IReadOnlyList<(string ClientId, Problem Problem)> Failures => _failures;

    public TimeSpan Elapsed => _watch.Elapsed;

    public void Count(string? outcome)
    {
        lock (_gate)
        {
            (Created, Updated, Unchanged) = outcome switch
            {
                "created" => (Created + 1, Updated, Unchanged),
                "updated" => (Created, Updated + 1, Unchanged),
                _ => (Created, Updated, Unchanged + 1),
            };
        }
    }

    public void Fail(string clientId, Problem problem)
    {
        lock (_gate) { _failures.Add((clientId, problem)); }
    }
}
