using Benevolat.Contracts.Matching;

namespace Benevolat.Matching.Domain.Participations;

/// <summary>What a volunteer said of a mission after their first day.</summary>
public sealed class FeedbackAnswer
{
    /// <summary>Characters of a comment.</summary>
    public const int LongestComment = 1_000;

    /// <summary>Fewer answers than this would show who wrote which comment.</summary>
    public const int FewestForComments = 3;

    private FeedbackAnswer() { }

    public Guid ApplicationId { get; private set; }
    public long Version { get; private set; }
    public Guid MissionId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid VolunteerId { get; private set; }
    public bool Happened { get; private set; }
    public AsDescribed? AsDescribed { get; private set; }
    public ComeBack? ComeBack { get; private set; }

    /// <summary>In the volunteer's words. Never in an event or a log.</summary>
    public string? Comment { get; private set; }
    public DateTimeOffset At { get; private set; }

    public static FeedbackAnswer Of(Application application) => new()
    {
        ApplicationId = application.Id,
        MissionId = application.MissionId,
        OrganisationId = application.OrganisationId,
        VolunteerId = application.VolunteerId,
    };

    public void Say(bool happened, AsDescribed? asDescribed, ComeBack? comeBack, string? comment, DateTimeOffset at)
    {
        (Happened, AsDescribed, ComeBack, Comment, At) = (happened, asDescribed, comeBack, comment, at);
        Version++;
    }
}
