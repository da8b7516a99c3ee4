using System.ComponentModel;
using System.Security.Claims;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Notifications.Features.Preferences;

/// <summary>PUT /notifications/preferences: replaces what the caller wants to get.</summary>
public static class PutPreferences
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications.MapPut("/preferences", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<PreferencesInput>()
        .WithName(nameof(PutPreferences))
        .WithSummary("Change my notification preferences")
        .WithDescription("Pairs that are not named come at once. `If-Match` is required. What waits to be sent and isn't wanted any more is dropped.");

    private static async Task<Ok<PreferencesView>> HandleAsync(
        PreferencesInput input, ClaimsPrincipal user, HttpContext http, NotificationsDb db, CancellationToken stop)
    {
        var account = user.AccountId();
        var preferences = await db.Preferences.SingleOrDefaultAsync(row => row.AccountId == account, stop);
        http.RequireIfMatch(preferences?.Version ?? 0);
        if (preferences is null) { db.Add(preferences = NotificationPreferences.Of(account)); }

        preferences.Replace(input.Items!.Where(item => item.Pace is Pace.Never).Select(item => (item.Kind!.Value, item.Channel!.Value)));
        await using var transaction = await db.BeginAsync(stop);
        await db.SaveChangesAsync(stop);
        await db.DropUnwantedAsync(preferences, stop);
        await transaction.CommitAsync(stop);
        http.SetETag(preferences.Version);
        return TypedResults.Ok(PreferencesView.Of(preferences));
    }
}

/// <summary>What a person wants.</summary>
public sealed record PreferencesInput([property: Description("At most one entry per pair of kind and channel.")] IReadOnlyList<PreferenceInput>? Items);

/// <summary>One pair.</summary>
public sealed record PreferenceInput(NotificationKind? Kind, Channel? Channel, Pace? Pace);

internal sealed class PreferencesInputValidator : AbstractValidator<PreferencesInput>
{
    public PreferencesInputValidator()
    {
        RuleFor(input => input.Items).NotNull();
        RuleFor(input => input.Items).Must(items => items is null || items.DistinctBy(item => (item?.Kind, item?.Channel)).Count() == items.Count)
            .WithMessage(_ => DeliveryRules.DoublePreference.Localized());
        RuleForEach(input => input.Items).NotNull().ChildRules(item =>
        {
            item.RuleFor(pair => pair.Kind).NotNull().Must(kind => kind?.IsForGuests() != true).WithMessage(_ => DeliveryRules.NoPreference.Localized());
            item.RuleFor(pair => pair.Channel).NotNull();
            item.RuleFor(pair => pair.Pace).NotNull();
        });
    }
}
