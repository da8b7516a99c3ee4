using Npgsql;

namespace Benevolat.Messaging.Bus;

/// <summary>Tells an outage of the database (or a deadlock in it) from an event that can't be handled.</summary>
internal static class DatabaseAway
{
    public static bool Explains(Exception? exception) =>
        exception is NpgsqlException { IsTransient: true } || (exception?.InnerException is { } inner && Explains(inner));
}
