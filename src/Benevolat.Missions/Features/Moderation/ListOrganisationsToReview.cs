using System.ComponentModel;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Organisations;
using Benevolat.Missions.Features.Organisations.Duplicates;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>The moderators' queue of organisations.</summary>
public static class ListOrganisationsToReview
{
    private static readonly Rule Department = new("moderation.department",
        "Un département s'écrit 69, 2A ou 974.", "A department is written 69, 2A or 974.");

    public static void Map(RouteGroupBuilder moderation) => moderation.MapGet("/organisations", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .Validated<PageRequest>()
        .WithName(nameof(ListOrganisationsToReview))
        .WithSummary("List organisations to review")
        .WithDescription("`state` is `pending` when absent; whoever was submitted first comes first. Among the pending are verified ones whose members changed "
            + "the name or a number since (flag `identity-changed`). `flags` say what to look at twice.");

    private static async Task<Ok<Page<OrganisationResponse>>> HandleAsync(
        [AsParameters] PageRequest page, [Description("Where it sits: 69, 2A, 974.")] string? department, HttpContext http, MissionsDb db,
        CancellationToken stop, string state = "pending")
    {
        if (!Kebab.TryParse(state, out OrganisationState wanted)) { throw ProblemException.ForField("state", ExpectedForm.OneOf<OrganisationState>()); }
        if (department is not null && !Communes.IsDepartment(department)) { throw ProblemException.ForField("department", Department); }

        var query = $"moderation/organisations/{state}/{department}";
        var after = Cursor.Decode<Position>(page.Cursor, query);
        var rows = await db.Organisations.AsNoTracking()
            .Where(organisation => organisation.State == wanted || (wanted == OrganisationState.Pending && organisation.IdentityChangedAt != null && organisation.State == OrganisationState.Verified))
            .Where(organisation => department == null || organisation.Profile.CommuneCode!.StartsWith(department))
            .Where(organisation => after == null || (organisation.IdentityChangedAt ?? organisation.SubmittedAt ?? organisation.CreatedAt) > after.At
                || ((organisation.IdentityChangedAt ?? organisation.SubmittedAt ?? organisation.CreatedAt) == after.At && organisation.Id > after.Id))
            .OrderBy(organisation => organisation.IdentityChangedAt ?? organisation.SubmittedAt ?? organisation.CreatedAt).ThenBy(organisation => organisation.Id)
            .Take(page.Size + 1)
            .ToListAsync(stop);
        var likenesses = await db.FindLikenessesAsync(rows, stop);
        var items = rows.ConvertAll(organisation => (At: organisation.IdentityChangedAt ?? organisation.SubmittedAt ?? organisation.CreatedAt, Item: OrganisationResponse.From(
            organisation, isInsider: true,
            flags: [.. OrganisationFlags.Of(organisation), .. OrganisationFlags.Of(organisation.Profile), .. OrganisationFlags.Of(likenesses[organisation.Id])])));
        var shown = http.ToPage(items, page.Size, last => Cursor.Encode(new Position(last.At, last.Item.Id), query));
        return TypedResults.Ok(new Page<OrganisationResponse>([.. shown.Items.Select(row => row.Item)], shown.Next));
    }

    /// <summary>Submitted at the same instant, the id decides.</summary>
    private sealed record Position(DateTimeOffset At, Guid Id);
}
