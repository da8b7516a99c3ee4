namespace Benevolat.Messaging.Outbox;

/// <summary>Waits that double up to a limit, with jitter so that replicas don't knock on a returning server all at once.</summary>
internal sealed class BackOff(TimeSpan longest)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private TimeSpan _next = Shortest;

    /// <summary>True from the first failure until <see cref="Reset"/>.</summary>
    public bool IsOn { get; private set; }

    public TimeSpan Next()
    {
        IsOn = true;
        var wait = _next * (0.75 + Random.Shared.NextDouble() / 2);
        _next = _next * 2 < longest ? _next * 2 : longest;
        return wait;
    }

    public void Reset() => (IsOn, _next) = (false, Shortest);
}
