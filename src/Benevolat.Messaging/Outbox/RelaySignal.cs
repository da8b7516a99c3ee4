namespace Benevolat.Messaging.Outbox;

/// <summary>Tells this replica's relay that there is something to send, without asking the database.</summary>
internal sealed class RelaySignal : IDisposable
{
    private readonly SemaphoreSlim _news = new(0);

    /// <summary>Many calls before the relay looks are one; two at the same moment may count as two, which costs one empty look.</summary>
    public void Wake()
    {
        if (_news.CurrentCount == 0) { _news.Release(); }
    }

    /// <summary>Waits for news, at most so long.</summary>
    /// <returns>Whether there was any.</returns>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken stop) => _news.WaitAsync(atMost, stop);

    public void Dispose() => _news.Dispose();
}
