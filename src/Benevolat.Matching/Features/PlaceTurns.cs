namespace Benevolat.Matching.Features;

/// <summary>
/// Lets this replica's requests for the places of one mission, or of one shift, come one after the other, in order of arrival. The row's lock alone
/// would be right too, but in a rush hundreds would wait for it with a database connection in hand each, until neither connections nor patience are left.
/// </summary>
public sealed class PlaceTurns
{
    private readonly Dictionary<Guid, Queue> _queues = [];

    /// <summary>Waits for one's turn; it ends when the result is disposed.</summary>
    public async Task<IDisposable> TakeAsync(Guid id, CancellationToken stop)
    {
        Queue queue;
        lock (_queues)
        {
            if (!_queues.TryGetValue(id, out queue!)) { _queues[id] = queue = new Queue(); }
            queue.People++;
        }

        try
        {
            await queue.Door.WaitAsync(stop);
            return new Turn(this, id, queue);
        }
        catch
        {
            Leave(id, queue);
            throw;
        }
    }

    private void Leave(Guid id, Queue queue)
    {
        lock (_queues)
        {
            if (--queue.People > 0) { return; }
            _queues.Remove(id);
            queue.Door.Dispose();
        }
    }

    private sealed class Queue
    {
        public SemaphoreSlim Door { get; } = new(1, 1);
        public int People { get; set; }
    }

    private sealed class Turn(PlaceTurns turns, Guid id, Queue queue) : IDisposable
    {
        public void Dispose()
        {
            queue.Door.Release();
            turns.Leave(id, queue);
        }
    }
}

internal static class PlaceTurnEndpoints
{
    /// <summary>One request after the other for each value of a route parameter, before anything inside asks for a connection.</summary>
    public static RouteHandlerBuilder InTurn(this RouteHandlerBuilder endpoint, string parameter) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        var id = Guid.Parse((string)http.GetRouteValue(parameter)!);
        using var turn = await http.RequestServices.GetRequiredService<PlaceTurns>().TakeAsync(id, http.RequestAborted);
        return await next(context);
    });
}
