using Benevolat.Contracts.Missions;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>The organisations that one acts for.</summary>
public static class ListMyOrganisations
{
    public sealed record Item(Guid Id, string Name, OrganisationState State, MemberRole Role);

    public static void Map(RouteGroupBuilder organisations) => organisations.MapGet("/mine", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<PageRequest>()
        .WithName(nameof(ListMyOrganisations))
        .WithSummary("List my organisations")
        .WithDescription("Every organisation that the caller is a member of, in any state, with the caller's role; newest first.");

    private static async Task<Ok<Page<Item>>> HandleAsync(
        [AsParameters] PageRequest page, HttpContext http, MissionsDb db, CancellationToken stop)
    {
        var account = http.User.AccountId();
        var query = $"organisations/mine/{account}";
        var after = Cursor.Decode<ByIdPosition>(page.Cursor, query)?.Id;
        var items = await db.Organisations.AsNoTracking()
            .Where(organisation => organisation.Members.Any(member => member.AccountId == account))
            .Where(organisation => after == null || organisation.Id < after)
            .OrderByDescending(organisation => organisation.Id)
            .Take(page.Size + 1)
            .Select(organisation => new Item(
                organisation.Id,
                organisation.Profile.Name,
                organisation.State,
                organisation.Members.First(member => member.AccountId == account).Role))
            .ToListAsync(stop);
        return TypedResults.Ok(http.ToPage(items, page.Size, item => Cursor.Encode(new ByIdPosition(item.Id), query)));
    }
}
