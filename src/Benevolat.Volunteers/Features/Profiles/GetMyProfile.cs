using System.Security.Claims;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.Volunteers.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Volunteers.Features.Profiles;

/// <summary>GET /volunteers/me: the caller's own profile.</summary>
public static class GetMyProfile
{
    public static void Map(IEndpointRouteBuilder volunteers) => volunteers.MapGet("/me", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(GetMyProfile))
        .WithSummary("My volunteer profile")
        .WithDescription("404 until the profile has been written once. The ETag is needed to change it.");

    private static async Task<Results<Ok<ProfileView>, NotFound>> HandleAsync(ClaimsPrincipal user, HttpContext http, VolunteersDb db, CancellationToken stop)
    {
        var id = user.AccountId();
        var profile = await db.Profiles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop);
        if (profile is null) { return TypedResults.NotFound(); }

        http.SetETag(profile.Version);
        return TypedResults.Ok(ProfileView.Of(profile));
    }
}
