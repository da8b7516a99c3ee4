using System.ComponentModel;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Missions.Features.Places.Geocoding;

/// <summary>Completes an address while somebody types it, as precisely as this installation can.</summary>
public static class FindAddresses
{
    private static readonly Rule Absent = new("places.geocoder-absent",
        "Ce site ne situe pas les adresses à la rue près : voici les communes.",
        "This site doesn't locate addresses to the street: here are the communes.");

    private static readonly Rule Away = new("places.geocoder-away",
        "Le service des adresses ne répond pas en ce moment : voici les communes.",
        "The service of addresses doesn't answer at the moment: here are the communes.");

    public sealed record Request(
        [property: FromQuery(Name = "q"), Description("An address, complete or not: 3 to 200 characters.")] string? Q,
        [property: FromQuery(Name = "communeCode"), Description("INSEE code: only in this commune.")] string? CommuneCode,
        [property: FromQuery(Name = "limit"), Description("1 to 20; 5 when absent.")] int? Limit);

    /// <param name="Notice">Why the answers are less precise than they could be, for the person who asked; null when they aren't.</param>
    public sealed record Response(IReadOnlyList<FoundAddress> Items, string? Notice);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Q).NotEmpty().MinimumLength(3).MaximumLength(200);
            RuleFor(request => request.CommuneCode).Obeys(Rules.CommuneCode, Communes.IsCode);
            RuleFor(request => request.Limit).InclusiveBetween(1, 20);
        }
    }

    public static void Map(RouteGroupBuilder places) => places.MapGet("/addresses", HandleAsync)
        .AllowAnonymous()
        .RefuseUnknownParameters()
        .Validated<Request>()
        .WithName(nameof(FindAddresses))
        .WithSummary("Complete an address")
        .WithDescription(
            "Addresses with their coordinates, best first, from the service of addresses that this installation uses. "
            + "Where it uses none, or none answers in time, the communes that are meant, with `precision` `commune` and a `notice`: "
            + "never an error because of it.");

    private static async Task<Ok<Response>> HandleAsync(
        [AsParameters] Request request, Geocoder geocoder, Gazetteer gazetteer, CancellationToken stop)
    {
        var limit = request.Limit ?? 5;
        var answer = await geocoder.FindAsync(AddressQuestion.Of(request.Q!, request.CommuneCode, limit), stop);
        var items = answer.Found.Count > 0 ? [.. answer.Found.Take(limit)]
            : CommuneGuess.Of(gazetteer, request.Q!, request.CommuneCode, limit);
        return TypedResults.Ok(new Response(items, NoticeOf(answer.State)?.Localized()));
    }

    private static Rule? NoticeOf(GeocoderState state) => state switch
    {
        GeocoderState.Answered => null,
        GeocoderState.Absent => Absent,
        _ => Away,
    };
}
