using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Benevolat.Messaging.Outbox;

/// <summary>
/// Wakes the relay once events are committed, whoever committed them: a <c>SaveChanges</c> of its own, or the explicit transaction
/// around an idempotent request or a consumed message. Not NOTIFY: inside business transactions it serialises their commits.
/// </summary>
internal sealed class RelayWaker(RelaySignal signal) : ISaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, object> _expecting = [];

    /// <summary>The context holds events: its next commit is worth a look. A rollback leaves the mark, which costs one empty look later.</summary>
    public void Expect(DbContext db) => _expecting.AddOrUpdate(db, this);

    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        WakeUnlessInTransaction(eventData.Context);
        return result;
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        WakeUnlessInTransaction(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Wake(eventData.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wake(eventData.Context);
        return Task.CompletedTask;
    }

    private void WakeUnlessInTransaction(DbContext? db)
    {
        if (db?.Database.CurrentTransaction is null) { Wake(db); }
    }

    private void Wake(DbContext? db)
    {
        if (db is not null && _expecting.Remove(db)) { signal.Wake(); }
    }
}
