using System.ComponentModel;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Organisations.Duplicates;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>An organisation hands its profile in for verification.</summary>
public static class SubmitOrganisation
{
    public sealed record Request([property: Description("True after a 409 `organisation.duplicate`, when it is none of those.")] bool? NotADuplicate);

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPost("/{id:guid}/submission", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(SubmitOrganisation))
        .WithSummary("Submit an organisation")
        .WithDescription("From `draft` to `pending`: moderators look at it next. 409 `organisation.incomplete` names in `errors` what is missing, "
            + "409 `organisation.duplicate` those that may be the same. The body may be absent. For owners and managers. Needs If-Match.")
        .WithBodyExample("""{ "notADuplicate": false }""");

    private static async Task<Ok<OrganisationResponse>> HandleAsync(
        Guid id, Request? request, IValidator<OrganisationInput> complete, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        organisation.RequireManager(http.User);
        http.RequireIfMatch(organisation.Version);

        if (organisation.State == OrganisationState.Draft) { await RequireCompleteAsync(complete, organisation, stop); }
        organisation.Submit(Actor.Member(http.User.AccountId()), clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (request?.NotADuplicate != true) { await db.RequireDistinctAsync(organisation, http.User.AccountId(), stop); }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);

        http.SetETag(organisation.Version);
        return TypedResults.Ok(OrganisationResponse.From(organisation, isInsider: true));
    }

    /// <summary>The request is well-formed; it is the organisation that isn't ready: 409, with the fields named as a 400 names them.</summary>
    private static async Task RequireCompleteAsync(IValidator<OrganisationInput> complete, Organisation organisation, CancellationToken stop)
    {
        try
        {
            await complete.RequireValidAsync(OrganisationInput.Of(organisation.Profile), stop);
        }
        catch (ProblemException invalid)
        {
            throw new ProblemException(StatusCodes.Status409Conflict, OrganisationRules.Incomplete, invalid.Errors);
        }
    }
}
