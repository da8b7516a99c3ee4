using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Benevolat.Notifications.Domain;

/// <summary>
/// Ids of notices that can't have their event's, because it makes several or shares one with others. They follow from what they are about alone,
/// so that an event that comes again finds them written.
/// </summary>
public static class NoticeIdentity
{
    /// <summary>What one event is to the other side.</summary>
    public static Guid Of(Guid cause, NotificationKind kind) => Hash($"{cause}|{kind.ToKebab()}");

    /// <summary>What one event is to one of several people.</summary>
    public static Guid Of(Guid cause, Guid recipientId) => Hash($"{cause}|{recipientId}");

    /// <summary>What several events are together: those of one mission and one day.</summary>
    public static Guid Of(Guid missionId, DateOnly day) => Hash($"{missionId}|{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");

    private static Guid Hash(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16), bigEndian: true);
}
