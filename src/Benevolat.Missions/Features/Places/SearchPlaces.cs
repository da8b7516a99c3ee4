using System.ComponentModel;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Missions.Features.Places;

/// <summary>Completes the name of a town while somebody types it.</summary>
public static class SearchPlaces
{
    public sealed record Request(
        [property: FromQuery(Name = "q"), Description("Beginning of a name or of a postcode; accents and hyphens don't matter.")] string? Q,
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

    public static void Map(RouteGroupBuilder api) => api.MapGet("/places", Handle)
        .AllowAnonymous()
        .Validated<Request>()
        .WithTags("Places")
        .WithName(nameof(SearchPlaces))
        .WithSummary("Complete a town's name")
        .WithDescription("Communes with their coordinates, most populous first. Thin for now: the 300 largest and a few more.");

    private static Ok<Response> Handle([AsParameters] Request request, Gazetteer gazetteer) =>
        TypedResults.Ok(new Response(gazetteer.Search(request.Q!, request.Limit ?? 10)));
}
