namespace Benevolat.Identity.Domain;

/// <summary>How long to wait before an e-mail is tried again, and when an operator must look.</summary>
public static class SendingSchedule
{
    /// <summary>About two days: longer than any link in these e-mails lives.</summary>
    public const int MostAttempts = 60;
    private const double LongestSeconds = 3600;

    /// <summary>2 s, 4 s, 8 s … up to an hour.</summary>
    public static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(Math.Min(LongestSeconds, Math.Pow(2, Math.Min(attempts, 20))));
}
