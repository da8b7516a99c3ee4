using System.ComponentModel;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Features.Shifts;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Presence;

public enum CheckInStatus { Recorded, Already, Refused }

/// <summary>What became of one scanned code.</summary>
public sealed record CheckInResult(
    CheckInStatus Status,
    [property: Description("Why it was refused; null otherwise.")] string? Code,
    [property: Description("The same in words, in the language of the request.")] string? Title,
    Guid? ParticipationId,
    [property: Description("When they were there, by the server's clock; null when refused.")] DateTimeOffset? At);

/// <summary>Records presences, each in a transaction of its own: what is wrong with one code doesn't stop the others.</summary>
public sealed class CheckInDesk(MatchingDb db, CheckInKey key)
{
    public async Task<CheckInResult> CheckInAsync(
        Guid volunteerId, string scanned, DateTimeOffset at, DateTimeOffset sentAt, DateTimeOffset now, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        try
        {
            var code = CheckInCode.Read(scanned, await key.GetAsync(stop)) ?? throw CheckInRules.Unknown.Broken();
            var when = CheckInTime.Correct(at, sentAt, now);
            code.RequireAt(when);
            var (participation, isNew) = code.ShiftId is { } shiftId
                ? await ComeAsync(volunteerId, shiftId, when, now, stop)
                : await ComeAsync(volunteerId, code, when, now, stop);
            if (isNew) { db.Publish(participation.Recorded(), participation.Id); }
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return new(isNew ? CheckInStatus.Recorded : CheckInStatus.Already, null, null, participation.Id, isNew ? when : participation.CheckedInAt);
        }
        catch (RuleBrokenException broken)
        {
            return new(CheckInStatus.Refused, broken.Code, broken.Rule.Localized(broken.Facts), null, null);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>To a shift for which they signed up.</summary>
    private async Task<(Participation Its, bool IsNew)> ComeAsync(Guid volunteerId, Guid shiftId, DateTimeOffset when, DateTimeOffset now, CancellationToken stop)
    {
        await db.ShiftForUpdateAsync(shiftId, stop);
        var planned = await db.Participations.SingleOrDefaultAsync(
            row => row.VolunteerId == volunteerId && row.ShiftId == shiftId && row.State != ParticipationState.Cancelled, stop);
        CheckInRules.NotExpected.Require(planned is not null);
        if (IsThere(planned!)) { return (planned!, false); }
        planned!.CheckIn(when, now);
        return (planned, true);
    }

    /// <summary>To a mission without shifts: the day comes about by being there.</summary>
    private async Task<(Participation Its, bool IsNew)> ComeAsync(Guid volunteerId, CheckInCode code, DateTimeOffset when, DateTimeOffset now, CancellationToken stop)
    {
        var application = await db.AcceptedForUpdateAsync(code.MissionId, volunteerId, stop);
        CheckInRules.NotExpected.Require(application is not null);
        var known = await db.Participations.SingleOrDefaultAsync(
            row => row.ApplicationId == application!.Id && row.On == code.On && row.ShiftId == null && row.State != ParticipationState.Cancelled, stop);
        if (known is not null) { return (known, false); }

        var participation = Participation.Attend(Guid.CreateVersion7(now), application!, code.On, now);
        participation.CheckIn(when, now);
        db.Add(participation);
        application!.ReconsiderFeedback(now);
        return (participation, true);
    }

    private static bool IsThere(Participation participation) => participation.State is ParticipationState.Present or ParticipationState.Approved;
}
