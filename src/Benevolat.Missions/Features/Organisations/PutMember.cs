using System.ComponentModel;
using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>An owner adds a member or changes a role.</summary>
public static class PutMember
{
    public sealed record Request(MemberRole? Role, [property: Description("What the other members call them; unchanged when absent.")] string? Name);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Role).NotNull();
            RuleFor(request => request.Name).Obeys(OrganisationRules.MemberName, MemberNames.IsName);
        }
    }

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPut("/{id:guid}/members/{accountId:guid}", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<Request>()
        .WithName(nameof(PutMember))
        .WithSummary("Add a member, or change a role")
        .WithDescription("For owners. Needs If-Match with the organisation's ETag. The last owner can't become something else.")
        .WithBodyExample("""{ "role": "manager", "name": "Malik B." }""");

    private static async Task<NoContent> HandleAsync(
        Guid id, Guid accountId, Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        organisation.RequireOwner(http.User);
        http.RequireIfMatch(organisation.Version);

        var before = organisation.Version;
        organisation.Admit(accountId, request.Role!.Value, clock.GetUtcNow(), request.Name?.Trim());
        if (organisation.Version != before)
        {
            db.Publish(new OrganisationMembershipChanged(id, organisation.Version, accountId, request.Role), id);
            await db.SaveChangesAsync(stop);
        }

        http.SetETag(organisation.Version);
        return TypedResults.NoContent();
    }
}
