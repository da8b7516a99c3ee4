namespace Benevolat.Notifications.Domain;

/// <summary>Waits that double up to a limit.</summary>
public static class BackOff
{
    public static TimeSpan After(int earlier, TimeSpan first, TimeSpan longest)
    {
        var wait = first * Math.Pow(2, Math.Min(earlier, 20));
        return wait < longest ? wait : longest;
    }
}
