using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>An organisation says otherwise what it is.</summary>
public static class EditOrganisation
{
    public sealed record Request : OrganisationInput;

    internal sealed class Validator() : OrganisationInputValidator<Request>(_ => false);

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPut("/{id:guid}", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<Request>()
        .WithName(nameof(EditOrganisation))
        .WithSummary("Edit an organisation's profile")
        .WithDescription("Replaces the whole profile. For owners and managers. In a draft anything but the name may be missing, later nothing that "
            + "registration asks for. A new name goes to all missions; with another name or number a verified organisation stays verified and moderators look at it again. Needs If-Match; 412 carries `version` and the profile as it is now, `current`.")
        .WithBodyExample(OrganisationExample.Json);

    /// <summary>The refusal carries the profile as it is now, as <c>current</c>, so that whoever came second can tell what became of it.</summary>
    private static void RequireSeen(HttpContext http, Organisation organisation)
    {
        try
        {
            http.RequireIfMatch(organisation.Version);
        }
        catch (ProblemException stale) when (stale.Status == StatusCodes.Status412PreconditionFailed)
        {
            throw new ProblemException(stale.Status, stale.Rule)
            {
                Details = new Dictionary<string, object?> { ["version"] = organisation.Version, ["current"] = OrganisationInput.Of(organisation.Profile) },
            };
        }
    }

    private static async Task<Ok<OrganisationResponse>> HandleAsync(
        Guid id, Request request, IValidator<OrganisationInput> complete, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        organisation.RequireManager(http.User);
        RequireSeen(http, organisation);

        if (organisation.State != OrganisationState.Draft) { await complete.RequireValidAsync(request, stop); }
        var now = clock.GetUtcNow();
        if (organisation.Edit(request.ToProfile(), Actor.Member(http.User.AccountId()), now))
        {
            await db.RenameMissionsAsync(organisation, now, stop);
            await db.SaveChangesAsync(stop);
        }

        http.SetETag(organisation.Version);
        return TypedResults.Ok(OrganisationResponse.From(organisation, isInsider: true));
    }
}
