using Benevolat.Web.Api;
using Benevolat.Web.Text;

namespace Benevolat.Web.Components.Pages.Volunteer;

/// <summary>How far a step of the promise is.</summary>
internal enum StepProgress { Done, Next, Later }

/// <summary>One line of the promise's timeline.</summary>
internal sealed record PromiseStep(string Sentence, DateTimeOffset At, StepProgress Progress);

/// <summary>The promise as people read it: what happened, what comes next, and what happens should the association stay silent.</summary>
internal static class PromiseSteps
{
    private static readonly string[] Ladder = ["running", "reminded", "overdue", "handed-over", "alternatives-proposed", "expired"];

    public static IReadOnlyList<PromiseStep> Of(Candidacy candidacy, Texts t, Formats f)
    {
        if (candidacy.Promise is not { } promise) { return []; }

        var sent = new PromiseStep(t["Votre candidature est partie"], candidacy.SubmittedAt, StepProgress.Done);
        if (promise.AnsweredAt is { } answered)
        {
            return [sent, .. Past(promise, t).Where(step => step.At < answered), new(Answer(promise, t), answered, StepProgress.Done)];
        }

        // Withdrawn, or closed in another way: what would have come no longer does.
        if (promise.Step is "over" or "kept") { return [sent, .. Past(promise, t).Where(step => f.IsPast(step.At))]; }

        var reached = Math.Max(Array.IndexOf(Ladder, candidacy.State == "expired" ? "expired" : promise.Step), 0);
        return
        [
            sent, .. Past(promise, t).Take(reached),
            .. Ahead(promise, t).Skip(reached).Select((step, rank) => step with { Progress = rank == 0 ? StepProgress.Next : StepProgress.Later }),
        ];
    }

    private static string Answer(Promise promise, Texts t) => promise.KeptInTime switch
    {
        true => t["L'association a répondu, à temps"],
        false => t["L'association a répondu, après la date promise"],
        null => t["L'association a répondu"],
    };

    private static PromiseStep[] Past(Promise promise, Texts t) =>
    [
        new(t["Nous avons relancé l'association"], promise.RemindAt, StepProgress.Done),
        new(t["La date promise est passée sans réponse"], promise.AnswerBy, StepProgress.Done),
        new(t["Une personne du réseau a pris le relais"], promise.HandOverAt, StepProgress.Done),
        new(t["Nous vous avons proposé d'autres missions"], promise.AlternativesAt, StepProgress.Done),
        new(t["La candidature s'est arrêtée"], promise.ExpiresAt, StepProgress.Done),
    ];

    private static PromiseStep[] Ahead(Promise promise, Texts t) =>
    [
        new(t["Sans réponse, nous relançons l'association"], promise.RemindAt, StepProgress.Later),
        new(t["La réponse promise, au plus tard"], promise.AnswerBy, StepProgress.Later),
        new(t["Sans réponse, une personne du réseau prend le relais"], promise.HandOverAt, StepProgress.Later),
        new(t["Sans réponse, nous vous proposons d'autres missions"], promise.AlternativesAt, StepProgress.Later),
        new(t["Sans réponse, la candidature s'arrête"], promise.ExpiresAt, StepProgress.Later),
    ];
}
