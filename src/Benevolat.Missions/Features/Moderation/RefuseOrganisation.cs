using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>A moderator hands an organisation back: something is wrong, and may be mended.</summary>
public static class RefuseOrganisation
{
    public sealed record Request(string? Reason);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Reason).NotEmpty().MaximumLength(500);
    }

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPost("/{id:guid}/refusal", HandleAsync)
        .RequireAuthorization(Policies.Moderator)
        .Validated<Request>()
        .WithName(nameof(RefuseOrganisation))
        .WithSummary("Hand an organisation back")
        .WithDescription("From `pending` to `draft`. Members see the reason, mend the profile and submit it again. Needs If-Match.")
        .WithBodyExample("""{ "reason": "Le numéro RNA est celui d'une autre association." }""");

    private static async Task<NoContent> HandleAsync(
        Guid id, Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        http.RequireIfMatch(organisation.Version);

        var now = clock.GetUtcNow();
        organisation.Refuse(PlainText.From(request.Reason!), Actor.Moderator(http.User.AccountId()), now);
        db.Publish(new OrganisationRefused(id, organisation.Version, organisation.Profile.Name, now), id);
        await db.SaveChangesAsync(stop);

        http.SetETag(organisation.Version);
        return TypedResults.NoContent();
    }
}
