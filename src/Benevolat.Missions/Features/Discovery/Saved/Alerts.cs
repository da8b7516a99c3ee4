using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Discovery.Indexing;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Problems;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Discovery.Saved;

/// <summary>
/// Runs saved searches that are due over what was published since, and tells Notifications what is new. Every replica does; they share the
/// work by skipping each other's locked rows, and what was looked at is committed with the event: each mission is told once.
/// </summary>
internal sealed partial class Alerts(IServiceScopeFactory scopes, SearchIndex index, IValidator<SearchRequest> validator, TimeProvider clock, ILogger<Alerts> log)
    : BackgroundService
{
    /// <summary>Real time, whatever the clock says: how often to look what is due.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>What was published so lately may not be committed or indexed yet; the next look finds it.</summary>
    private static readonly TimeSpan Unsettled = TimeSpan.FromSeconds(10);
    private const int Batch = 50;

    /// <summary>An alert names so many missions; the rest are a click away.</summary>
    private const int MostNamed = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (index.IsBuilt && await TurnAsync(stoppingToken) == Batch) { }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One batch in one transaction.</summary>
    private async Task<int> TurnAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MissionsDb>();
        var now = clock.GetStoredNow();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var due = await db.SavedSearches
            .FromSql($"SELECT * FROM saved_searches WHERE alerts <> 'never' AND due_at <= {now} ORDER BY due_at LIMIT {Batch} FOR UPDATE SKIP LOCKED")
            .ToListAsync(stop);
        foreach (var search in due) { Look(db, search, now); }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return due.Count;
    }

    private void Look(MissionsDb db, SavedSearch search, DateTimeOffset now)
    {
        var until = now - Unsettled > search.LookedUntil ? now - Unsettled : search.LookedUntil;
        var (named, total) = Find(search, until, now);
        search.Looked(until, total > 0, now);
        if (total > 0) { db.Publish(new SavedSearchMatched(search.Id, search.AlertsSent, search.AccountId, named, total, now), search.Id); }
    }

    private (IReadOnlyList<Guid> Named, int Total) Find(SavedSearch search, DateTimeOffset until, DateTimeOffset now)
    {
        try
        {
            var query = SavedQuery.Read(search.Query, validator).ToQuery(ParisTime.DateOf(now)) with
            {
                PublishedAfter = search.LookedUntil,
                PublishedUntil = until,
                Limit = MostNamed,
                WithFacets = false,
            };
            var found = index.Current.Find(query);
            // With words left out it would be another search than the one that was kept.
            return found.Understanding.Dropped.Count > 0 ? ([], 0) : ([.. found.Hits.Select(hit => hit.Id)], found.Total);
        }
        catch (ProblemException)
        {
            // Saved by an older version that allowed what this one doesn't.
            LogNoLongerValid(search.Id);
            return ([], 0);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Saved searches could not be looked at; next try in a second")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "Saved search {Search} is no longer valid")]
    private partial void LogNoLongerValid(Guid search);
}
