using System.ComponentModel;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Operations;

/// <summary>GET /ops/notifications/deliveries: what became of messages, for operators. No addresses, no names.</summary>
public static class ListDeliveries
{
    public static void Map(IEndpointRouteBuilder operations) => operations.MapGet("/deliveries", HandleAsync)
        .RequireAuthorization(Policies.Operator)
        .Validated<PageRequest>()
        .WithName(nameof(ListDeliveries))
        .WithSummary("Deliveries by state")
        .WithDescription("Newest first; `state` is `parked` (waits for an operator, the default), `pending` or `sent`. Ids and codes only: no addresses, no names.");

    private static async Task<Ok<Page<DeliveryItem>>> HandleAsync(
        [Description("parked, pending or sent.")] string? state, [AsParameters] PageRequest page, HttpContext http, NotificationsDb db, CancellationToken stop)
    {
        var wanted = Read(state);
        var after = Cursor.Decode<Position>(page.Cursor, wanted.ToKebab());
        var items = await db.Deliveries.AsNoTracking()
            .Where(row => row.State == wanted && (after == null || row.Id.CompareTo(after.Id) < 0))
            .OrderByDescending(row => row.Id)
            .Take(page.Size + 1)
            .Select(row => new DeliveryItem(row.Id, row.Kind, row.Channel, row.State, row.RecipientId, row.Cause, row.CreatedAt, row.DueAt, row.SentAt, row.Attempts, row.LastError))
            .ToListAsync(stop);
        return TypedResults.Ok(http.ToPage(items, page.Size, last => Cursor.Encode(new Position(last.Id), wanted.ToKebab())));
    }

    private static DeliveryState Read(string? state) =>
        state is null ? DeliveryState.Parked
        : Enum.GetValues<DeliveryState>().Cast<DeliveryState?>().FirstOrDefault(known => known!.Value.ToKebab() == state)
            ?? throw ProblemException.ForField("state", ExpectedForm.OneOf<DeliveryState>());

    private sealed record Position(Guid Id);
}

/// <summary>A message on its way.</summary>
/// <param name="Cause">The id of the event that asked for it.</param>
/// <param name="LastError">A code: <c>smtp 550</c>, <c>waiting for contact</c>.</param>
public sealed record DeliveryItem(
    Guid Id,
    NotificationKind Kind,
    Channel Channel,
    DeliveryState State,
    Guid AccountId,
    Guid Cause,
    DateTimeOffset CreatedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? SentAt,
    int Attempts,
    string? LastError);
