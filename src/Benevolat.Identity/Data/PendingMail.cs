using Benevolat.Identity.Domain;

namespace Benevolat.Identity.Data;

/// <summary>
/// An e-mail that has not been handed over yet, committed with the change it tells of. The row goes once the mail server has it,
/// so addresses and links stay here no longer than needed.
/// </summary>
public sealed class PendingMail
{
    /// <summary>Also the Message-ID, so that a repeated hand-over is recognised as the same message.</summary>
    public required Guid Id { get; init; }
    public required string Recipient { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string Html { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; private set; }

    /// <summary>The kind of failure only: answers of mail servers quote addresses.</summary>
    public string? LastError { get; private set; }
    public DateTimeOffset? ParkedAt { get; private set; }

    /// <summary>Tries again later, or waits for an operator when trying again is of no use.</summary>
    public void Failed(string kind, bool forGood, DateTimeOffset now)
    {
        Attempts++;
        LastError = kind;
        DueAt = now + SendingSchedule.Pause(Attempts);
        if (forGood || Attempts >= SendingSchedule.MostAttempts) { ParkedAt = now; }
    }
}
