using System.ComponentModel;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Missions.Features.Organisations.Duplicates;

/// <summary>Whether an organisation is registered already, before one types it all.</summary>
public static class FindDuplicates
{
    public sealed record Request(
        [property: FromQuery(Name = "name"), Description("Compared with names in the same city; only with `communeCode`.")] string? Name,
        [property: FromQuery(Name = "communeCode"), Description("INSEE code of the seat.")] string? CommuneCode,
        [property: FromQuery(Name = "rna")] string? Rna,
        [property: FromQuery(Name = "siren")] string? Siren,
        [property: FromQuery(Name = "siret")] string? Siret);

    public sealed record Response(IReadOnlyList<Duplicate> Items);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Name).MaximumLength(OrganisationProfile.LongestName);
            RuleFor(request => request.CommuneCode).Obeys(Rules.CommuneCode, Communes.IsCode);
            RuleFor(request => request.Rna).Obeys(Rules.Rna, BusinessNumbers.IsRna);
            RuleFor(request => request.Siren).Obeys(Rules.Siren, BusinessNumbers.IsSiren);
            RuleFor(request => request.Siret).Obeys(Rules.Siret, BusinessNumbers.IsSiret);
        }
    }

    public static void Map(RouteGroupBuilder organisations) => organisations.MapGet("/duplicates", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .RefuseUnknownParameters()
        .Validated<Request>()
        .WithName(nameof(FindDuplicates))
        .WithSummary("Find organisations that may be the same")
        .WithDescription("The same RNA, SIRET or SIREN anywhere, or a similar name in the same city: accents, case, word order, articles, "
            + "“association” and the city's name don't count, and one letter may differ in a long word. At most 10, the likeliest first. "
            + "Ask to join one instead of registering it again.");

    private static async Task<Ok<Response>> HandleAsync(
        [AsParameters] Request request, HttpContext http, MissionsDb db, Places.Gazetteer gazetteer, CancellationToken stop)
    {
        var commune = request.CommuneCode is { } code ? gazetteer.Find(code)?.Name : null;
        var profile = new OrganisationProfile(request.Name ?? "", "", request.Rna, request.Siren, request.Siret, null, null, commune, request.CommuneCode, null);
        return TypedResults.Ok(new Response(await db.FindDuplicatesAsync(profile, except: null, http.User.AccountId(), stop)));
    }
}
