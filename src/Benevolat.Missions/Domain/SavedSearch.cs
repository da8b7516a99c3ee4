namespace Benevolat.Missions.Domain;

/// <summary>A search that somebody keeps, and how often they want to hear of new missions that fit.</summary>
public sealed class SavedSearch
{
    public const int LongestName = 80;
    public const int LongestQuery = 2_000;

    /// <summary>For one person; who needs more has a job, not a search.</summary>
    public const int MostPerPerson = 50;

    /// <summary>"At once" looks this often: associations often publish several missions one after the other.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    private SavedSearch() { }

    public Guid Id { get; private init; }
    public Guid AccountId { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>As in the address of a search, without cursor and limit.</summary>
    public string Query { get; private init; } = "";
    public AlertPace Alerts { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Of what its owner writes; alerts leave it alone.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>Missions published until then were looked at.</summary>
    public DateTimeOffset LookedUntil { get; private set; }

    /// <summary>When to look again.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>How many alerts were sent.</summary>
    public long AlertsSent { get; private set; }

    public static SavedSearch Of(Guid account, string name, string query, AlertPace alerts, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        AccountId = account,
        Name = name.Trim(),
        Query = query,
        Alerts = alerts,
        CreatedAt = now,
        LookedUntil = now,
        DueAt = now + Between(alerts),
    };

    /// <summary>Who asks for alerts again hears of what comes from now on, not of what they chose not to hear.</summary>
    public void Edit(string name, AlertPace alerts, DateTimeOffset now)
    {
        if (Alerts == AlertPace.Never && alerts != AlertPace.Never) { LookedUntil = now; }
        if (Alerts != alerts) { DueAt = now + Between(alerts); }
        (Name, Alerts) = (name.Trim(), alerts);
        Version++;
    }

    /// <summary>Notes that missions published until then were looked at.</summary>
    /// <param name="found">Whether there was anything to tell.</param>
    public void Looked(DateTimeOffset until, bool found, DateTimeOffset now)
    {
        (LookedUntil, DueAt) = (until, now + Between(Alerts));
        if (found) { AlertsSent++; }
    }

    private static TimeSpan Between(AlertPace alerts) => alerts switch
    {
        AlertPace.AtOnce => AtOnce,
        AlertPace.Daily => TimeSpan.FromDays(1),
        _ => TimeSpan.FromDays(7),
    };
}

/// <summary>How often somebody wants to hear of new missions.</summary>
public enum AlertPace { AtOnce, Daily, Weekly, Never }
