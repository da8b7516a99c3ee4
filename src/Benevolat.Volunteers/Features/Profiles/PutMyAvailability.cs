using System.ComponentModel;
using System.Security.Claims;
using Benevolat.Contracts.Vocabulary;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Volunteers.Features.Profiles;

/// <summary>PUT /volunteers/me/availability: the hours of a usual week on which one is free.</summary>
public static class PutMyAvailability
{
    public static void Map(IEndpointRouteBuilder volunteers) => volunteers.MapPut("/me/availability", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<AvailabilityInput>()
        .WithName(nameof(PutMyAvailability))
        .WithSummary("Write my weekly availability")
        .WithDescription("Replaces the whole week; an empty list clears it. `If-Match` with the profile's ETag is required; 404 without a profile.");

    private static async Task<Results<Ok<ProfileView>, NotFound>> HandleAsync(
        AvailabilityInput input, ClaimsPrincipal user, HttpContext http, VolunteersDb db, TimeProvider clock, CancellationToken stop)
    {
        var id = user.AccountId();
        var profile = await db.Profiles.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (profile is null) { return TypedResults.NotFound(); }

        http.RequireIfMatch(profile.Version);
        profile.SetAvailability(input.Hours!.Select(HourOfWeek), clock.GetUtcNow());
        db.PublishChanged(profile);
        await db.SaveChangesAsync(stop);
        http.SetETag(profile.Version);
        return TypedResults.Ok(ProfileView.Of(profile));
    }

    private static int HourOfWeek(string text) => WeekHours.TryParse(text, out var hour) ? hour : throw ProfileRules.Hours.Broken();
}

/// <summary>A week's free hours.</summary>
public sealed record AvailabilityInput(
    [property: Description("At most 168 of `wed-14`: a day (mon to sun), a dash, an hour from 0 to 23, Europe/Paris.")] IReadOnlyList<string>? Hours);

internal sealed class AvailabilityInputValidator : AbstractValidator<AvailabilityInput>
{
    public AvailabilityInputValidator()
    {
        RuleFor(input => input.Hours).NotNull();
        RuleFor(input => input.Hours).Must(hours => hours is null || hours.Count <= WeekHours.HoursInAWeek)
            .WithMessage(_ => ProfileRules.TooManyHours.Localized());
        RuleForEach(input => input.Hours).Must(hour => WeekHours.TryParse(hour, out _)).WithMessage(_ => ProfileRules.Hours.Localized())
            .When(input => input.Hours?.Count <= WeekHours.HoursInAWeek);
    }
}
