using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Organisations;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>The moderators' queue of organisations.</summary>
public static class ListOrganisationsToReview
{
    public static void Map(RouteGroupBuilder moderation) => moderation.MapGet("/organisations", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .Validated<PageRequest>()
        .WithName(nameof(ListOrganisationsToReview))
        .WithSummary("List organisations to review")
        .WithDescription("`state` is `pending` when absent; whoever waits longest comes first.");

    private static async Task<Ok<Page<OrganisationResponse>>> HandleAsync(
        [AsParameters] PageRequest page, HttpContext http, MissionsDb db, CancellationToken stop, string state = "pending")
    {
        if (!Kebab.TryParse(state, out OrganisationState wanted)) { throw ProblemException.ForField("state", HttpRules.WrongType); }

        var query = $"moderation/organisations/{state}";
        var after = Cursor.Decode<ByIdPosition>(page.Cursor, query)?.Id;
        var rows = await db.Organisations.AsNoTracking()
            .Where(organisation => organisation.State == wanted)
            .Where(organisation => after == null || organisation.Id > after)
            .OrderBy(organisation => organisation.Id)
            .Take(page.Size + 1)
            .ToListAsync(stop);
        var items = rows.ConvertAll(organisation => OrganisationResponse.From(organisation, withReason: true));
        return TypedResults.Ok(http.ToPage(items, page.Size, item => Cursor.Encode(new ByIdPosition(item.Id), query)));
    }
}
