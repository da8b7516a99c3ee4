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

/// <summary>A person registers an organisation and becomes its owner.</summary>
public static class RegisterOrganisation
{
    /// <summary>What one tells about the organisation. RNA, SIREN and SIRET are optional: not every organisation has them.</summary>
    public sealed record Request(string? Name, string? Purpose, string? Rna, string? Siren, string? Siret, string? Website, RequestAddress? Address);

    public sealed record RequestAddress(string? Street, string? Commune, string? CommuneCode, string? Postcode);

    internal sealed class AddressValidator : AbstractValidator<RequestAddress>
    {
        public AddressValidator()
        {
            RuleFor(address => address.Street).MaximumLength(200);
            RuleFor(address => address.Commune).NotEmpty().MaximumLength(100);
            RuleFor(address => address.CommuneCode).NotEmpty().Obeys(Rules.CommuneCode, Communes.IsCode);
            RuleFor(address => address.Postcode).NotEmpty().Obeys(Rules.Postcode, Communes.IsPostcode);
        }
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Name).NotEmpty().Obeys(Rules.Name, name => name.Trim().Length is >= 2 and <= OrganisationProfile.LongestName);
            RuleFor(request => request.Purpose).NotEmpty().MaximumLength(OrganisationProfile.LongestPurpose);
            RuleFor(request => request.Rna).Obeys(Rules.Rna, BusinessNumbers.IsRna);
            RuleFor(request => request.Siren).Obeys(Rules.Siren, BusinessNumbers.IsSiren);
            RuleFor(request => request.Siret).Obeys(Rules.Siret, BusinessNumbers.IsSiret);
            RuleFor(request => request.Website).MaximumLength(500).Obeys(WebAddress.Rule, WebAddress.IsValid);
            RuleFor(request => request.Address).NotNull().SetValidator(new AddressValidator()!);
        }
    }

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPost("", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .Validated<Request>()
        .Idempotent<MissionsDb>()
        .WithName(nameof(RegisterOrganisation))
        .WithSummary("Register an organisation")
        .WithDescription(
            "The caller becomes its owner. It is `pending` until a moderator verifies it; drafts may be written meanwhile. Honours Idempotency-Key.")
        .WithBodyExample("""
            { "name": "Le Goût des autres", "purpose": "Repas partagés entre voisins de tous âges.", "rna": "W691234567", "siren": null, "siret": null,
              "website": "https://legout.example", "address": { "street": "12 rue Garibaldi", "commune": "Lyon", "communeCode": "69123", "postcode": "69003" } }
            """);

    private static async Task<Created<OrganisationResponse>> HandleAsync(
        Request request, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        var (owner, now) = (http.User.AccountId(), clock.GetUtcNow());
        var address = request.Address!;
        var organisation = Organisation.Register(
            new OrganisationProfile(
                request.Name!.Trim(), PlainText.From(request.Purpose!), request.Rna, request.Siren, request.Siret, request.Website,
                address.Street?.Trim(), address.Commune!.Trim(), address.CommuneCode, address.Postcode),
            owner, now);
        db.Add(organisation);
        db.Publish(new OrganisationMembershipChanged(organisation.Id, organisation.Version, owner, MemberRole.Owner), organisation.Id);
        await db.SaveChangesAsync(stop);

        http.SetETag(organisation.Version);
        return TypedResults.Created($"/api/v1/organisations/{organisation.Id}", OrganisationResponse.From(organisation, withReason: true));
    }
}
