using System.Diagnostics;
using Benevolat.Notifications.Domain;
using Benevolat.Notifications.Mail;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Benevolat.Notifications.Features.Delivering;

/// <summary>Works off a queue that is a table: in every replica, row by row, skipping what another holds. Row locks end with their session, so nothing is left behind.</summary>
public abstract partial class Worker(Bell bell, IOptions<DeliveringOptions> options, ILogger log) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan TurnLimit = TimeSpan.FromMinutes(1);
    private int _failures;
    private Guid? _taken;

    protected DeliveringOptions Options { get; } = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var news = bell.Next;
            try
            {
                if (await TurnUnseenAsync()) { continue; }
                await RestAsync();
            }
            catch (Exception exception)
            {
                await PauseAsync(exception, stoppingToken);
                continue;
            }

            await Task.WhenAny(news, Task.Delay(Options.Poll, stoppingToken));
        }
    }

    /// <summary>Takes one row and does what it asks for.</summary>
    /// <returns>False when none was due.</returns>
    protected abstract Task<bool> TurnAsync(CancellationToken stop);

    /// <summary>Remembers which row the turn is about, in case it fails in a way that nobody foresaw.</summary>
    protected void Took(Guid id) => _taken = id;

    /// <summary>Puts a row off that made a turn fail, so that it doesn't stand before all the others for ever.</summary>
    protected abstract Task SetAsideAsync(Guid id, string error, CancellationToken stop);

    /// <summary>Nothing is due.</summary>
    protected virtual Task RestAsync() => Task.CompletedTask;

    /// <summary>
    /// Finishes what it began even when the process is told to stop: half a turn would send a message and forget that it did.
    /// The looks at the table happen under an activity that isn't recorded, or every look would be a trace of its own.
    /// </summary>
    private async Task<bool> TurnUnseenAsync()
    {
        using var limit = new CancellationTokenSource(TurnLimit);
        using var unseen = new Activity("look").Start();
        _taken = null;
        try
        {
            var worked = await TurnAsync(limit.Token);
            _failures = 0;
            return worked;
        }
        catch (Exception exception) when (_taken is not null && IsAboutTheRow(exception))
        {
            LogSetAside(log, exception, _taken.Value);
            await SetAsideAsync(_taken.Value, exception.GetType().Name, limit.Token);
            return true;
        }
    }

    private static bool IsAboutTheRow(Exception exception) => exception switch
    {
        MailServerAwayException or NpgsqlException { IsTransient: true } => false,
        { InnerException: { } inner } => IsAboutTheRow(inner),
        _ => true,
    };

    private async Task PauseAsync(Exception exception, CancellationToken stop)
    {
        if (_failures == 0)
        {
            if (exception is MailServerAwayException away) { LogMailAway(log, away.Message); }
            else if (exception is NpgsqlException) { LogDatabaseAway(log, exception.GetType().Name); }
            else { LogUnforeseen(log, exception); }
        }

        var pause = BackOff.After(_failures++, ShortestPause, Options.LongestPause);
        await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(1, LogLevel.Warning, "The mail server is away ({Code}); messages wait, none is lost")]
    private static partial void LogMailAway(ILogger log, string code);

    [LoggerMessage(2, LogLevel.Warning, "The database is away ({Error})")]
    private static partial void LogDatabaseAway(ILogger log, string error);

    [LoggerMessage(4, LogLevel.Error, "{Row} failed in a way that nobody foresaw; it is put off and the others go on")]
    private static partial void LogSetAside(ILogger log, Exception exception, Guid row);

    [LoggerMessage(3, LogLevel.Error, "A turn failed in a way that nobody foresaw; it is tried again")]
    private static partial void LogUnforeseen(ILogger log, Exception exception);
}
