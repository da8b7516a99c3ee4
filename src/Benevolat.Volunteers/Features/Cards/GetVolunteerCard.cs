using System.Security.Claims;
using Benevolat.ServiceDefaults.Security;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Volunteers.Features.Cards;

/// <summary>GET /volunteers/{id}/card: what an organisation sees of somebody who applied to it.</summary>
public static class GetVolunteerCard
{
    public static void Map(IEndpointRouteBuilder volunteers) => volunteers.MapGet("/{id:guid}/card", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(GetVolunteerCard))
        .WithSummary("A volunteer's card")
        .WithDescription("For members of an organisation to which the volunteer has an application that is open or accepted; 404 to everyone else, "
            + "and again once it was declined or withdrawn. Follows events, so a new application may take a moment to count.");

    private static async Task<Results<Ok<VolunteerCard>, NotFound>> HandleAsync(Guid id, ClaimsPrincipal user, VolunteersDb db, CancellationToken stop)
    {
        var caller = user.AccountId();
        var stages = await db.Applications.AsNoTracking()
            .Where(application => application.VolunteerId == id && application.Stage != ApplicationStage.Ended)
            .Where(application => db.Memberships.Any(member =>
                member.OrganisationId == application.OrganisationId && member.AccountId == caller && member.Role != null))
            .Select(application => application.Stage)
            .ToListAsync(stop);
        if (stages.Count == 0) { return TypedResults.NotFound(); }

        var card = await db.Profiles.AsNoTracking().Where(profile => profile.Id == id)
            .Select(profile => new VolunteerCard(id, profile.FirstName, profile.Place == null ? null : profile.Place.Commune, stages.Contains(ApplicationStage.Accepted)))
            .SingleOrDefaultAsync(stop);
        return card is null ? TypedResults.NotFound() : TypedResults.Ok(card);
    }
}

/// <summary>A volunteer as an organisation sees them.</summary>
/// <param name="Accepted">Whether the organisation has accepted this volunteer somewhere.</param>
public sealed record VolunteerCard(Guid Id, string FirstName, string? Commune, bool Accepted);
