using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Benevolat.Notifications.Features.Delivering;

/// <summary>Tells this replica's workers that something was committed, so that they don't wait for their next look.</summary>
public sealed class Bell : DbTransactionInterceptor
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _rung = New();

    /// <summary>Completes at the next ring. Take it before looking, so that a ring in between isn't missed.</summary>
    public Task Next
    {
        get
        {
            lock (_lock) { return _rung.Task; }
        }
    }

    public void Ring()
    {
        TaskCompletionSource rung;
        lock (_lock) { (rung, _rung) = (_rung, New()); }
        rung.SetResult();
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Ring();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Ring();
        return Task.CompletedTask;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
