using System.Security.Claims;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Preferences;

/// <summary>GET /notifications/preferences: what the caller wants to get, and how.</summary>
public static class GetPreferences
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications.MapGet("/preferences", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(GetPreferences))
        .WithSummary("My notification preferences")
        .WithDescription("Every pair of kind and channel; `at-once` unless one said otherwise. The ETag is needed to change them.");

    private static async Task<Ok<PreferencesView>> HandleAsync(ClaimsPrincipal user, HttpContext http, NotificationsDb db, CancellationToken stop)
    {
        var account = user.AccountId();
        var preferences = await db.Preferences.AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == account, stop) ?? NotificationPreferences.Of(account);
        http.SetETag(preferences.Version);
        return TypedResults.Ok(PreferencesView.Of(preferences));
    }
}

/// <summary>All preferences of a person.</summary>
public sealed record PreferencesView(IReadOnlyList<PreferenceItem> Items)
{
    public static PreferencesView Of(NotificationPreferences preferences) => new(
    [
        .. from kind in NotificationKinds.ForAccounts
           from channel in Enum.GetValues<Channel>()
           select new PreferenceItem(kind, channel, preferences.PaceOf(kind, channel)),
    ]);
}

/// <summary>When messages of one kind come on one channel.</summary>
public sealed record PreferenceItem(NotificationKind Kind, Channel Channel, Pace Pace);
