namespace Benevolat.Matching.Domain;

/// <summary>Where an application stands; kebab-case on the wire.</summary>
public enum ApplicationState { Submitted, Acknowledged, InDiscussion, Accepted, Declined, Withdrawn, Expired, Completed, NoShow }

/// <summary>Groups of states that rules speak of.</summary>
public static class ApplicationStates
{
    /// <summary>The organisation still owes an answer.</summary>
    public static readonly IReadOnlyList<ApplicationState> Open = [ApplicationState.Submitted, ApplicationState.Acknowledged, ApplicationState.InDiscussion];

    /// <summary>A volunteer has at most one of these per mission.</summary>
    public static readonly IReadOnlyList<ApplicationState> Live = [.. Open, ApplicationState.Accepted];
}
