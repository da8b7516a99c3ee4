namespace Benevolat.Matching.Features.Applications;

/// <summary>
/// Lets this replica's requests for the places of one mission come one after the other, in order of arrival. The row's lock alone would be right
/// too, but in a rush hundreds would wait for it with a database connection in hand each, until neither connections nor patience are left.
/// </summary>
public sealed class MissionTurns
{
    private readonly Dictionary<Guid, Queue> _queues = [];

    /// <summary>Waits for one's turn; it ends when the result is disposed.</summary>
    public async Task<IDisposable> TakeAsync(Guid missionId, CancellationToken stop)
    {
        Queue queue;
        lock (_queues)
        {
            if (!_queues.TryGetValue(missionId, out queue!)) { _queues[missionId] = queue = new Queue(); }
            queue.People++;
        }

        try
        {
            await queue.Door.WaitAsync(stop);
            return new Turn(this, missionId, queue);
        }
        catch
        {
            Leave(missionId, queue);
            throw;
        }
    }

    private void Leave(Guid missionId, Queue queue)
    {
        lock (_queues)
        {
            if (--queue.People > 0) { return; }
            _queues.Remove(missionId);
            queue.Door.Dispose();
        }
    }

    private sealed class Queue
    {
        public SemaphoreSlim Door { get; } = new(1, 1);
        public int People { get; set; }
    }

    private sealed class Turn(MissionTurns turns, Guid missionId, Queue queue) : IDisposable
    {
        public void Dispose()
        {
            queue.Door.Release();
            turns.Leave(missionId, queue);
        }
    }
}
