namespace Benevolat.Missions.Domain;

/// <summary>Somebody says that a published mission isn't right; a moderator looks.</summary>
public sealed class MissionReport
{
    public required Guid Id { get; init; }
    public required Guid MissionId { get; init; }
    public required ReportReason Reason { get; init; }

    /// <summary>In their words; for moderators only.</summary>
    public required string? Text { get; init; }

    /// <summary>Null when they weren't signed in.</summary>
    public required Guid? ReporterId { get; init; }
    public required DateTimeOffset At { get; init; }
    public ReportOutcome? Outcome { get; private set; }
    public Guid? ResolvedBy { get; private set; }
    public DateTimeOffset? ResolvedAt { get; private set; }
    public long Version { get; private set; } = 1;

    /// <summary>A moderator decides what comes of it.</summary>
    public void Resolve(ReportOutcome outcome, Guid moderatorId, DateTimeOffset now)
    {
        Rules.ReportResolved.Require(Outcome is null);
        (Outcome, ResolvedBy, ResolvedAt) = (outcome, moderatorId, now);
        Version++;
    }
}

/// <summary>What isn't right about it.</summary>
public enum ReportReason { Misleading, HiddenJob, Discriminatory, Dangerous, Outdated, NoAnswer, Spam, Other }

/// <summary>What came of a report.</summary>
public enum ReportOutcome { Dismissed, Corrected, MissionPaused, MissionClosed }
