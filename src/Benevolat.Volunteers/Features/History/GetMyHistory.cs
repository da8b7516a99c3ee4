using System.ComponentModel;
using System.Security.Claims;
using Benevolat.Contracts.Matching;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Volunteers.Features.History;

/// <summary>GET /volunteers/me/history: what the caller gave, day by day.</summary>
public static class GetMyHistory
{
    public static void Map(IEndpointRouteBuilder volunteers) => volunteers.MapGet("/me/history", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<PageRequest>()
        .WithName(nameof(GetMyHistory))
        .WithSummary("My history as a volunteer")
        .WithDescription("The last day first: where one was present, had one's hours approved, or didn't come. What is still planned or was called off isn't history. "
            + "`totals` count, over all pages, the days on which one came. Nobody else sees it. Follows events, so the latest may take a moment.");

    private static async Task<Ok<HistoryView>> HandleAsync(
        [AsParameters] PageRequest page, ClaimsPrincipal user, HttpContext http, VolunteersDb db, CancellationToken stop)
    {
        var id = user.AccountId();
        var query = $"history/{id}";
        var after = Cursor.Decode<Position>(page.Cursor, query);
        var mine = db.Participations.AsNoTracking().Where(row => row.VolunteerId == id);
        var items = await mine
            .Where(row => row.State != ParticipationState.Planned && row.State != ParticipationState.Cancelled)
            .Where(row => after == null || row.On < after.On || (row.On == after.On && row.Id.CompareTo(after.Id) < 0))
            .OrderByDescending(row => row.On).ThenByDescending(row => row.Id)
            .Take(page.Size + 1)
            .Select(row => new HistoryItem(row.Id, row.MissionId, row.OrganisationId, row.On, row.Minutes, row.State))
            .ToListAsync(stop);
        var shown = http.ToPage(items, page.Size, last => Cursor.Encode(new Position(last.On, last.ParticipationId), query));
        return TypedResults.Ok(new HistoryView(shown.Items, shown.Next, await TotalsAsync(mine, stop)));
    }

    private static async Task<HistoryTotals> TotalsAsync(IQueryable<KnownParticipation> mine, CancellationToken stop)
    {
        var came = mine.Where(row => row.State == ParticipationState.Present || row.State == ParticipationState.Approved);
        return await came.GroupBy(row => row.VolunteerId)
            .Select(rows => new HistoryTotals(
                rows.Select(row => row.MissionId).Distinct().Count(), rows.Select(row => row.OrganisationId).Distinct().Count(), rows.Sum(row => row.Minutes ?? 0)))
            .SingleOrDefaultAsync(stop) ?? new HistoryTotals(0, 0, 0);
    }

    /// <summary>On the same day, the id decides.</summary>
    private sealed record Position(DateOnly On, Guid Id);
}

/// <summary>A volunteer's history and what it adds up to.</summary>
public sealed record HistoryView(IReadOnlyList<HistoryItem> Items, string? Next, HistoryTotals Totals);

/// <summary>One day in one mission.</summary>
public sealed record HistoryItem(
    Guid ParticipationId,
    Guid MissionId,
    Guid OrganisationId,
    [property: Description("The day in France.")] DateOnly On,
    [property: Description("Null until somebody said.")] int? Minutes,
    ParticipationState State);

/// <summary>Over the days on which one came.</summary>
public sealed record HistoryTotals(int Missions, int Organisations, int Minutes);
