namespace Benevolat.Gateway.Limits;

/// <summary>How many requests a caller may make; configuration <c>RateLimits</c>. Each gateway replica counts for itself.</summary>
internal sealed record Allowance(int Permits, TimeSpan Window)
{
    public Allowance()
        : this(0, TimeSpan.FromMinutes(1))
    {
    }

    /// <summary>How often the bucket gains permits, and how many at once: at least one, at most once a second.</summary>
    public (TimeSpan Period, int Permits) Refill
    {
        get
        {
            var period = TimeSpan.FromSeconds(Math.Max(1, Window.TotalSeconds / Permits));
            period = period > Window ? Window : period;
            return (period, Math.Max(1, (int)Math.Round(Permits * (period / Window))));
        }
    }

    /// <summary>Seconds until nothing is used any more.</summary>
    public int SecondsUntilFull(long remaining) => (int)Math.Ceiling((Permits - remaining) * Window.TotalSeconds / Permits);
}

internal sealed record RateLimitOptions
{
    /// <summary>Visitors, by address: a school or an office shares one.</summary>
    public Allowance Anonymous { get; init; } = new(1200, TimeSpan.FromMinutes(1));

    public Allowance User { get; init; } = new(600, TimeSpan.FromMinutes(1));

    /// <summary>Systems of networks and operators.</summary>
    public Allowance Client { get; init; } = new(6000, TimeSpan.FromMinutes(1));

    /// <summary>Changes on accounts, sign-in and tokens, by address, whoever asks.</summary>
    public Allowance SignIn { get; init; } = new(60, TimeSpan.FromMinutes(1));

    /// <summary>Reports of missions, by address, whoever sends them.</summary>
    public Allowance Report { get; init; } = new(10, TimeSpan.FromHours(1));

    public Allowance Of(Tier tier) => tier switch
    {
        Tier.User => User,
        Tier.Client => Client,
        Tier.SignIn => SignIn,
        Tier.Report => Report,
        _ => Anonymous,
    };
}

internal enum Tier { Anonymous, User, Client, SignIn, Report }
