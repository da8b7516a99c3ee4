using Benevolat.Matching.Domain;

namespace Benevolat.Matching.Tests.Domain;

/// <summary>Somebody who waits for an answer.</summary>
internal static class Waiting
{
    public static readonly AnswerPromise Promise = new(3);

    public static Application Applied(DateTimeOffset at, Group? group = null) =>
        Application.Submit(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Bonjour", Promise.From(at), group);

    /// <summary>All that happens when nobody ever answers, in order.</summary>
    public static IReadOnlyList<PromiseStep> InSilence(Application application)
    {
        var steps = new List<PromiseStep>();
        while (application.NextStepAt is { } due) { steps.Add(application.TakeStep(due)!.Value); }
        return steps;
    }
}
