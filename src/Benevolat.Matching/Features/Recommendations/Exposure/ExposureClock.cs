using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Recommendations.Exposure;

/// <summary>Writes down what this replica showed, and learns what all of them did. A crash loses some seconds of counts, which matters to nobody.</summary>
internal sealed class ExposureClock(IServiceScopeFactory scopes, ExposureBook book, TimeProvider clock, ILogger<ExposureClock> log) : RowClock(scopes, log)
{
    protected override TimeSpan Poll => TimeSpan.FromSeconds(2);

    protected override async Task<bool> TurnAsync(IServiceProvider scope, CancellationToken stop)
    {
        var db = scope.GetRequiredService<MatchingDb>();
        var today = ParisTime.DayOf(clock.GetUtcNow());
        if (book.Take() is { Count: > 0 } counts)
        {
            // In one order, so that two replicas never wait for each other's rows.
            var rows = counts.OrderBy(count => count.Key).ToList();
            var (organisations, shown, first) = (rows.ConvertAll(row => row.Key), rows.ConvertAll(row => row.Value.Shown), rows.ConvertAll(row => row.Value.First));
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO exposures AS known (organisation_id, day, shown, first_page)
                SELECT organisation, {today}, shown, first FROM unnest({organisations}, {shown}, {first}) AS counts (organisation, shown, first)
                ON CONFLICT (organisation_id, day) DO UPDATE SET shown = known.shown + excluded.shown, first_page = known.first_page + excluded.first_page
                """, stop);
        }

        var since = today.AddDays(-ExposureBook.Days);
        book.Learn(await db.Exposures.Where(row => row.Day >= since).GroupBy(row => row.OrganisationId)
            .Select(rows => new { rows.Key, Shown = rows.Sum(row => row.Shown) }).ToDictionaryAsync(row => row.Key, row => row.Shown, stop));
        return false;
    }
}
