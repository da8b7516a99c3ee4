namespace Benevolat.Matching.Domain;

/// <summary>What one side of an application wrote to the other.</summary>
public sealed class ThreadMessage
{
    private ThreadMessage() { }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }
    public bool FromVolunteer { get; private set; }

    /// <summary>Who of the organisation wrote it, or the volunteer.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>Never in an event or a log.</summary>
    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public static ThreadMessage Write(Guid applicationId, bool fromVolunteer, Guid author, string text, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        ApplicationId = applicationId,
        FromVolunteer = fromVolunteer,
        AuthorId = author,
        Text = text,
        At = at,
    };

    /// <summary>What the volunteer wrote when applying opens the thread; it isn't stored twice.</summary>
    public static ThreadMessage Opening(Application application)
    {
        ArgumentNullException.ThrowIfNull(application);
        return new()
        {
            Id = application.Id,
            ApplicationId = application.Id,
            FromVolunteer = true,
            AuthorId = application.VolunteerId,
            Text = application.Message,
            At = application.SubmittedAt,
        };
    }
}
