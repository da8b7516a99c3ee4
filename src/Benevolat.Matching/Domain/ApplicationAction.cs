using Benevolat.Contracts.Missions;

namespace Benevolat.Matching.Domain;

/// <summary>What somebody may do to an application as it stands; kebab-case on the wire, so that a front end need not know the rules.</summary>
public enum ApplicationAction
{
    Acknowledge, Accept, Decline, PutOnWaitingList, Message, Withdraw, AcceptOffer, RefuseOffer, Complete, RecordNoShow, GiveFeedback, DeclareHours,
}

/// <summary>The rules above, asked in advance.</summary>
public static class ApplicationActions
{
    public static IReadOnlyList<ApplicationAction> Possible(this Application application, bool asVolunteer, MemberRole? role)
    {
        ArgumentNullException.ThrowIfNull(application);
        return [.. asVolunteer ? ForVolunteer(application) : role is MemberRole.Owner or MemberRole.Manager ? ForManager(application) : []];
    }

    private static IEnumerable<ApplicationAction> ForVolunteer(Application application)
    {
        if (application.OfferId is not null) { yield return ApplicationAction.AcceptOffer; yield return ApplicationAction.RefuseOffer; }
        if (application.IsOpen || application.ContactsAreShared) { yield return ApplicationAction.Message; }
        if (application.IsOpen || application.State is ApplicationState.Accepted) { yield return ApplicationAction.Withdraw; }
        if (!application.ContactsAreShared) { yield break; }

        yield return ApplicationAction.DeclareHours;
        yield return ApplicationAction.GiveFeedback;
    }

    private static IEnumerable<ApplicationAction> ForManager(Application application)
    {
        if (application.State is ApplicationState.Submitted) { yield return ApplicationAction.Acknowledge; }
        if (application.IsOpen)
        {
            yield return ApplicationAction.Accept;
            yield return ApplicationAction.Decline;
            if (application.WaitingSince is null) { yield return ApplicationAction.PutOnWaitingList; }
        }

        if (application.IsOpen || application.ContactsAreShared) { yield return ApplicationAction.Message; }
        if (application.State is not ApplicationState.Accepted) { yield break; }

        yield return ApplicationAction.Complete;
        yield return ApplicationAction.RecordNoShow;
        yield return ApplicationAction.DeclareHours;
    }
}
