namespace Benevolat.Notifications.Domain;

/// <summary>What a person doesn't want to get. Without a row, everything comes at once on every channel.</summary>
public sealed class NotificationPreferences
{
    private NotificationPreferences() { }

    public Guid AccountId { get; private init; }

    public long Version { get; private set; }

    /// <summary>Pairs written <c>kind/channel</c>.</summary>
    public List<string> Muted { get; private set; } = [];

    public static NotificationPreferences Of(Guid accountId) => new() { AccountId = accountId };

    public Pace PaceOf(NotificationKind kind, Channel channel) => Muted.Contains(Pair(kind, channel)) ? Pace.Never : Pace.AtOnce;

    /// <summary>Replaces them all.</summary>
    public void Replace(IEnumerable<(NotificationKind Kind, Channel Channel)> muted)
    {
        Muted = [.. muted.Select(pair => Pair(pair.Kind, pair.Channel)).Distinct()];
        Version++;
    }

    public void Mute(NotificationKind kind, Channel channel)
    {
        if (PaceOf(kind, channel) is Pace.Never) { return; }
        Muted = [.. Muted, Pair(kind, channel)];
        Version++;
    }

    private static string Pair(NotificationKind kind, Channel channel) => $"{kind.ToKebab()}/{channel.ToKebab()}";
}
