using Microsoft.EntityFrameworkCore;

namespace Benevolat.ServiceDefaults.Http;

/// <summary>The answer to a creation, kept in the creation's own transaction so that a repeated request gets the same one.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>Kept this long: a client that retries later than this is a new request.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    public required string Client { get; init; }
    public required string Key { get; init; }
    public required byte[] RequestHash { get; init; }
    public required int Status { get; init; }
    public required string? ContentType { get; init; }
    public required string? Location { get; init; }
    public required string? ETag { get; init; }
    public required byte[] Body { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The table behind Idempotency-Key.</summary>
public static class IdempotencyModel
{
    public static ModelBuilder AddIdempotency(this ModelBuilder model)
    {
        model.Entity<IdempotencyRecord>(record =>
        {
            record.ToTable("idempotency_keys", "http");
            record.HasKey(row => new { row.Client, row.Key });
            record.HasIndex(row => row.CreatedAt);
        });
        return model;
    }
}
