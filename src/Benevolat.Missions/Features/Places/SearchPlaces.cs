using System.ComponentModel;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Missions.Features.Places;

/// <summary>Completes the name of a town while somebody types it.</summary>
public static class SearchPlaces
{
    public sealed record Request(
        [property: FromQuery(Name = "q"),
            Description("Words of a name in any order, each perhaps only begun, or a postcode; accents and one typo are forgiven.")] string? Q,
        [property: FromQuery(Name = "limit"), Description("1 to 20; 10 when absent.")] int? Limit);

    public sealed record Response(IReadOnlyList<Place> Items);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Q).NotEmpty().MaximumLength(100);
            RuleFor(request => request.Limit).InclusiveBetween(1, 20);
        }
    }

    public static void Map(RouteGroupBuilder places) => places.MapGet("", Handle)
        .AllowAnonymous()
        .RefuseUnknownParameters()
        .Validated<Request>()
        .WithName(nameof(SearchPlaces))
        .WithSummary("Complete a town's name")
        .WithDescription(
            "Communes with their coordinates: exact names first, then the most populous. Arrondissements of Paris, Lyon and Marseille "
            + "answer to their number (`Paris 11`) and their postcode. Former communes answer under their old name, with `mergedInto`.");

    private static Ok<Response> Handle([AsParameters] Request request, Gazetteer gazetteer) =>
        TypedResults.Ok(new Response(gazetteer.Search(request.Q!, request.Limit ?? 10)));
}
