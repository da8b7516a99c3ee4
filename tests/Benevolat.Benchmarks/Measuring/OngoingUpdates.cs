using System.Diagnostics;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Benchmarks.Engines;

namespace Benevolat.Benchmarks.Measuring;

/// <summary>Changes that keep coming while somebody searches: so many a second, in batches four times a second, and merges when they are due.</summary>
internal sealed class OngoingUpdates : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    private readonly OurIndex _engine;
    private readonly MissionChanges _changes;
    private readonly int _perSecond;
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private readonly List<double> _applied = [];
    private Thread? _merge;
    private long _cpu;
    private Exception? _failure;

    public OngoingUpdates(OurIndex engine, MissionChanges changes, int perSecond)
    {
        (_engine, _changes, _perSecond) = (engine, changes, perSecond);
        _thread = new Thread(() => Guarded(Run)) { IsBackground = true, Name = "updates" };
        _thread.Start();
    }

    /// <summary>Changes taken in so far.</summary>
    public int Changes { get; private set; }

    public int Merges { get; private set; }

    /// <summary>How long each batch took, in milliseconds.</summary>
    public IReadOnlyList<double> Applied => _applied;

    /// <summary>CPU time of the changes so far, merges that have ended included; their making, too.</summary>
    public TimeSpan Cpu => new(Interlocked.Read(ref _cpu));

    /// <summary>Stops, waits for a merge that is under way, and throws what went wrong.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        _merge?.Join();
        _stop.Dispose();
        if (_failure is not null) { throw new InvalidOperationException("Updating the index failed.", _failure); }
    }

    private void Run()
    {
        for (var clock = Stopwatch.StartNew(); !_stop.IsCancellationRequested; _stop.Token.WaitHandle.WaitOne(Beat))
        {
            var due = (int)(clock.Elapsed.TotalSeconds * _perSecond) - Changes;
            if (due == 0) { continue; }

            var before = CpuTime.OfThisThread();
            var batch = _changes.Next(due);
            var started = Stopwatch.GetTimestamp();
            _engine.Update(batch);
            _applied.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Changes += due;
            Interlocked.Add(ref _cpu, (CpuTime.OfThisThread() - before).Ticks);
            MergeIfDue();
        }
    }

    private void MergeIfDue()
    {
        if (_merge is { IsAlive: true } || !_engine.Index.MergeIsDue) { return; }

        Merges++;
        _merge = new Thread(() => Guarded(() =>
        {
            _engine.Index.Merge();
            Interlocked.Add(ref _cpu, CpuTime.OfThisThread().Ticks);
        }))
        { IsBackground = true, Name = "merge" };
        _merge.Start();
    }

    private void Guarded(Action work)
    {
        try { work(); }
        catch (Exception failure) { _failure = failure; }
    }
}
