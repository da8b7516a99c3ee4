using System.ComponentModel;
using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Organisations.Joining;

/// <summary>A person asks to become a member.</summary>
public static class AskToJoin
{
    public sealed record Request(
        [property: Description("What the members will call you.")] string? Name,
        [property: Description("A word to the owners.")] string? Message);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Name).NotEmpty().Obeys(OrganisationRules.MemberName, MemberNames.IsName);
            RuleFor(request => request.Message).MaximumLength(JoinRequest.LongestMessage);
        }
    }

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPost("/{id:guid}/join-requests", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<Request>()
        .Idempotent<MissionsDb>()
        .WithName(nameof(AskToJoin))
        .WithSummary("Ask to join an organisation")
        .WithDescription("Of one that is verified or pending; its owners are told and answer. One open request a person and organisation. Honours Idempotency-Key.")
        .WithBodyExample("""{ "name": "Camille D.", "message": "Je tiens la permanence du jeudi depuis deux ans." }""");

    private static async Task<Created<JoinRequestResponse>> HandleAsync(
        Guid id, Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (account, now) = (http.User.AccountId(), clock.GetStoredNow());
        var organisation = await db.FindOrganisationAsync(id, stop);
        if (!organisation.IsOpen && !organisation.IsInsider(http.User)) { throw Access.NotFound(); }

        var asked = await db.JoinRequests.AnyAsync(
            known => known.OrganisationId == id && known.AccountId == account && known.State == JoinRequestState.Open, stop);
        OrganisationRules.AlreadyAsked.Require(!asked);
        var message = string.IsNullOrWhiteSpace(request.Message) ? null : PlainText.From(request.Message);
        var join = JoinRequest.Ask(organisation, account, request.Name!.Trim(), message, now);
        db.Add(join);
        db.Publish(new JoinRequested(join.Id, join.Version, id, organisation.Profile.Name, account, now), join.Id);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/v1/organisations/{id}/join-requests/{join.Id}", JoinRequestResponse.From(join));
    }
}
