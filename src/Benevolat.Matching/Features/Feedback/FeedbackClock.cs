using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Feedback;

/// <summary>
/// The morning after their first day, volunteers are asked how it was: once each. What is due was due when it was noted; whether it still is, is
/// reckoned anew here, since days are added and cancelled.
/// </summary>
internal sealed class FeedbackClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FeedbackClock> log) : RowClock(scopes, log)
{
    private const int Batch = 100;

    protected override async Task<bool> TurnAsync(IServiceProvider scope, CancellationToken stop)
    {
        var (db, now) = (scope.GetRequiredService<MatchingDb>(), clock.GetStoredNow());
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var due = await db.Applications
            .FromSql($"SELECT * FROM applications WHERE feedback_due_at <= {now} ORDER BY feedback_due_at LIMIT {Batch} FOR UPDATE SKIP LOCKED")
            .ToListAsync(stop);
        if (due.Count == 0) { return false; }

        var (applicationIds, missionIds) = (due.ConvertAll(application => application.Id), due.ConvertAll(application => application.MissionId));
        var missions = await db.Missions.AsNoTracking().Where(mission => missionIds.Contains(mission.Id)).ToDictionaryAsync(mission => mission.Id, stop);
        var firstDays = await db.Participations
            .Where(row => applicationIds.Contains(row.ApplicationId) && row.State != ParticipationState.Cancelled && row.State != ParticipationState.NoShow)
            .GroupBy(row => row.ApplicationId).Select(group => new { group.Key, On = group.Min(row => row.On) })
            .ToDictionaryAsync(group => group.Key, group => group.On, stop);
        foreach (var application in due)
        {
            DateOnly? firstDay = firstDays.TryGetValue(application.Id, out var day) ? day : null;
            Look(db, application, missions.GetValueOrDefault(application.MissionId), firstDay, now);
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return due.Count == Batch;
    }

    private static void Look(MatchingDb db, Application application, Mission? mission, DateOnly? firstDay, DateTimeOffset now)
    {
        var isAsked = mission?.Facts is not null && application.State is ApplicationState.Accepted or ApplicationState.Completed;
        var when = isAsked ? ReminderTimes.Feedback(mission!.Facts!, application.ChangedAt, firstDay) : null;
        if (when is null || when > now)
        {
            application.PutFeedbackOff(when);
            return;
        }

        application.SettleFeedback(now);
        db.Publish(
            new FeedbackAsked(application.Id, application.Version, application.MissionId, application.OrganisationId, application.VolunteerId, now), application.Id);
    }
}
