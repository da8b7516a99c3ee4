namespace Benevolat.Identity.Domain;

/// <summary>When a key of the server begins to be used; before that it is only published.</summary>
public sealed record KeyLife(Guid Id, DateTimeOffset UsedFrom);

/// <summary>What to do with the keys of one use now.</summary>
/// <param name="InUse">The key that signs or encrypts; null when there is none yet.</param>
/// <param name="NextFrom">Not null: a new key is to be made, used from then on.</param>
/// <param name="Expired">Keys that nothing valid can still depend on.</param>
public sealed record KeyPlan(KeyLife? InUse, DateTimeOffset? NextFrom, IReadOnlyList<KeyLife> Expired);

/// <summary>
/// A key is used for ninety days. Its successor is published a week before, because services keep the key set for up to a day;
/// it stays for thirty days after, because refresh tokens encrypted with it live for fourteen.
/// </summary>
public static class KeySchedule
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);
    public static readonly TimeSpan PublishedBefore = TimeSpan.FromDays(7);
    public static readonly TimeSpan KeptAfter = TimeSpan.FromDays(30);

    public static KeyPlan Plan(IReadOnlyCollection<KeyLife> keys, DateTimeOffset now)
    {
        var used = keys.Where(key => key.UsedFrom <= now).OrderByDescending(key => key.UsedFrom).ThenBy(key => key.Id).ToList();
        if (used is not [var current, ..]) { return new(null, now, []); }

        var hasSuccessor = keys.Any(key => key.UsedFrom > now);
        var ends = current.UsedFrom + Life;
        DateTimeOffset? next = hasSuccessor || now < ends - PublishedBefore ? null : Later(ends, now + PublishedBefore);
        return new(current, next, Expired(used, now));
    }

    /// <summary>A key leaves thirty days after the one that followed it came into use.</summary>
    private static List<KeyLife> Expired(List<KeyLife> newestFirst, DateTimeOffset now) =>
        [.. newestFirst.Skip(1).Where((_, index) => newestFirst[index].UsedFrom + KeptAfter <= now)];

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
