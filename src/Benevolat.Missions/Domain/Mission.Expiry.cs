namespace Benevolat.Missions.Domain;

/// <content>When a mission ends by itself.</content>
public sealed partial class Mission
{
    /// <summary>A mission without an end that nobody touched for so long is taken to be forgotten.</summary>
    public const int DaysWithoutNews = 365;

    /// <summary>How long before the end its managers are told.</summary>
    public const int WarningDays = 7;

    /// <summary>The last day on which it is offered; null before it was published.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>The day of expiry that its managers were warned of.</summary>
    public DateOnly? WarnedOf { get; private set; }

    /// <summary>Somebody says that it still stands.</summary>
    public void Renew(DateTimeOffset now)
    {
        Rules.Renewing.Require(State is MissionState.Published or MissionState.Paused);
        CountFrom(now);
        Version++;
    }

    /// <summary>
    /// Notes that the warning is given; false when it isn't time, it was given already, or the mission was published so shortly before
    /// its end that its managers know.
    /// </summary>
    public bool Warn(DateTimeOffset now)
    {
        if (State is not (MissionState.Published or MissionState.Paused) || ExpiresOn is not { } last || WarnedOf == last) { return false; }

        var day = last.AddDays(-WarningDays);
        if (ParisTime.DateOf(now) < day) { return false; }

        WarnedOf = last;
        return ParisTime.DateOf(PublishedAt!.Value) <= day;
    }

    /// <summary>Closes it if its time is over; false when it isn't.</summary>
    public bool Expire(DateTimeOffset now)
    {
        if (State is not (MissionState.Published or MissionState.Paused) || !(ExpiresOn < ParisTime.DateOf(now))) { return false; }

        Close(Contracts.Missions.ClosingReason.Expired, Actor.System, now);
        return true;
    }

    /// <summary>To publish or to edit it says so too.</summary>
    private void CountFrom(DateTimeOffset now) => ExpiresOn = EndsOn ?? ParisTime.DateOf(now).AddDays(DaysWithoutNews);
}
