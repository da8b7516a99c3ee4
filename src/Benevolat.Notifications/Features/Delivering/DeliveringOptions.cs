namespace Benevolat.Notifications.Features.Delivering;

/// <summary>How stubborn delivery is, section <c>Delivering</c>.</summary>
public sealed class DeliveringOptions
{
    /// <summary>Refusals after which a message waits for an operator; with the waits between, the tenth comes after about 85 minutes.</summary>
    public int MostAttempts { get; set; } = 10;

    /// <summary>How often a replica looks by itself for what others left; its own commits wake it.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest pause between two knocks at a mail server that is away.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(10);
}
