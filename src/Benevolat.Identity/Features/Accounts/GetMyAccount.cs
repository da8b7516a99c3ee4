using System.Security.Claims;
using Benevolat.Identity.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Identity.Features.Accounts;

/// <summary>One's own account.</summary>
public sealed record MyAccount(Guid Id, string Email, string FirstName, string Language, IReadOnlyList<string> Roles, DateTimeOffset CreatedAt, long Version);

internal static class GetMyAccount
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/me", HandleAsync).RequireAuthorization(Policies.Person).WithName(nameof(GetMyAccount))
            .WithSummary("One's own account")
            .WithDescription("Address, first name, language and roles of the person that the access token names.");

    private static async Task<Results<Ok<MyAccount>, NotFound>> HandleAsync(ClaimsPrincipal user, IdentityDb db, HttpContext http, CancellationToken stop)
    {
        var id = user.AccountId();
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop);
        if (account is null) { return TypedResults.NotFound(); }

        var roles = await db.UserRoles.Where(row => row.UserId == id).Join(db.Roles, row => row.RoleId, role => role.Id, (_, role) => role.Name!).ToListAsync(stop);
        http.SetETag(account.Version);
        return TypedResults.Ok(new MyAccount(id, account.Email!, account.FirstName, account.Language, roles, account.CreatedAt, account.Version));
    }
}
