using System.ComponentModel;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Missions.Features.Registry;

/// <summary>Finds what the national registers know of an organisation, so that its numbers needn't be typed.</summary>
public static class SearchRegistry
{
    public sealed record Request([property: FromQuery(Name = "q"), Description("A name, a SIREN, a SIRET or an RNA: 3 to 200 characters.")] string? Q);

    /// <param name="Available">False where this installation asks no register, or none answered: then there is nothing to choose from, and one types by hand.</param>
    public sealed record Response(IReadOnlyList<RegistryCandidate> Items, bool Available);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Q).NotEmpty().MinimumLength(3).MaximumLength(200);
    }

    public static void Map(RouteGroupBuilder organisations) => organisations.MapGet("/registry", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .RefuseUnknownParameters()
        .Validated<Request>()
        .WithName(nameof(SearchRegistry))
        .WithSummary("Search the national registers")
        .WithDescription("Candidates to fill the registration in with, associations first, at most 10. An aid and never a gate: where no register is asked or "
            + "none answers in time, `available` is false and the list empty; never an error because of it.");

    private static async Task<Ok<Response>> HandleAsync([AsParameters] Request request, OrganisationRegistry registry, CancellationToken stop)
    {
        var found = await registry.FindAsync(request.Q!, stop);
        return TypedResults.Ok(new Response([.. (found ?? []).OrderByDescending(candidate => candidate.IsAssociation)], found is not null));
    }
}
