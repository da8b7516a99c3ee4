using System.Security.Claims;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Volunteers.Features.Profiles;

/// <summary>PUT /volunteers/me: writes the caller's profile, the first time and every time after.</summary>
public static class PutMyProfile
{
    public static void Map(IEndpointRouteBuilder volunteers) => volunteers.MapPut("/me", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<ProfileInput>()
        .WithName(nameof(PutMyProfile))
        .WithSummary("Write my volunteer profile")
        .WithDescription("Creates the profile (201; `If-None-Match: *` makes sure of it) or replaces it (200; `If-Match` required). "
            + "`visibleToOrganisations` is a consent, kept with its time and text; false, or absent, withdraws it.");

    private static async Task<Results<Ok<ProfileView>, Created<ProfileView>>> HandleAsync(
        ProfileInput input, ClaimsPrincipal user, HttpContext http, VolunteersDb db, TimeProvider clock, CancellationToken stop)
    {
        var id = user.AccountId();
        var profile = await db.Profiles.SingleOrDefaultAsync(row => row.Id == id, stop);
        var isNew = profile is null;
        RequireWhatTheCallerExpects(http, profile);
        if (profile is null)
        {
            profile = Profile.Create(id, input.ToDetails(), clock.GetUtcNow());
            db.Add(profile);
        }
        else
        {
            profile.Change(input.ToDetails(), clock.GetUtcNow());
        }

        db.PublishChanged(profile);
        await db.SaveChangesAsync(stop);
        http.SetETag(profile.Version);
        return isNew ? TypedResults.Created("/api/v1/volunteers/me", ProfileView.Of(profile)) : TypedResults.Ok(ProfileView.Of(profile));
    }

    private static void RequireWhatTheCallerExpects(HttpContext http, Profile? profile)
    {
        var expectsNone = http.Request.Headers.IfNoneMatch.Contains("*");
        var expectsOne = http.Request.Headers.IfMatch.Count > 0;
        if (profile is null ? expectsOne : expectsNone)
        {
            throw new ProblemException(StatusCodes.Status412PreconditionFailed, HttpRules.PreconditionFailed);
        }

        if (profile is not null) { http.RequireIfMatch(profile.Version); }
    }
}
