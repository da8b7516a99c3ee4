using System.ComponentModel;
using System.Globalization;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Index.Geography;
using Benevolat.Index.Matching;
using Benevolat.Matching.Domain.Scoring;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Recommendations;

/// <summary>Missions that suit somebody without an account, who says where, when and for what. Nothing of it is kept.</summary>
public static class RecommendToAnybody
{
    /// <summary>What somebody says of themselves.</summary>
    public sealed record Request(
        [property: Description("Latitude, longitude: for example `45.76,4.84`. May be absent when `remote` is true.")] string? Near,
        [property: Description("How far one travels, 1 to 200 km; 15 when absent.")] int? RadiusKm,
        [property: Description("Hours of the week when one is free, for example `wed-14`; repeat.")] string[]? Hours,
        [property: Description("Causes one cares for; repeat.")] string[]? Domain,
        [property: Description("Kinds of missions one looks for; repeat.")] string[]? Kind,
        [property: Description("Skills; repeat.")] string[]? Skill,
        [property: Description("Whether missions done from home are welcome.")] bool? Remote,
        [property: Description("How many, 1 to 100; 10 when absent.")] int? Limit);

    public sealed class Validator : AbstractValidator<Request>
    {
        private const int MostSkills = 50;
        private static readonly Rule Near = new("recommendations.near",
            "Écrivez la latitude puis la longitude, par exemple 45.76,4.84.", "Write the latitude, then the longitude, for example 45.76,4.84.");
        private static readonly Rule Hours = new("recommendations.hours",
            "Écrivez des heures de la semaine, par exemple wed-14 pour le mercredi de 14 h à 15 h.",
            "Write hours of the week, for example wed-14 for Wednesday from 14:00 to 15:00.");

        public Validator()
        {
            RuleFor(request => request.RadiusKm).InclusiveBetween(1, 200);
            RuleFor(request => request.Limit).InclusiveBetween(1, 100);
            RuleFor(request => request.Near).NotEmpty().Unless(request => request.Remote == true);
            RuleFor(request => request.Near).Must(near => near is null || PointOf(near) is not null).WithMessage(_ => Near.Localized());
            RuleFor(request => request.Hours).Must(hours => (hours ?? []).All(hour => WeekHours.TryParse(hour, out _))).WithMessage(_ => Hours.Localized());
            RuleFor(request => request.Skill).Must(skills => (skills ?? []).Length <= MostSkills && (skills ?? []).All(skill => skill.Length <= 80))
                .WithMessage(_ => RuleText.InEnglish ? "At most 50 skills of 80 characters." : "50 compétences de 80 caractères au plus.");
        }
    }

    public sealed record Response(
        [property: Description("Of the table of weights that the scores come from.")] int WeightsVersion, IReadOnlyList<Recommendation> Items);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/recommendations", HandleAsync)
        .AllowAnonymous()
        .RefuseUnknownParameters()
        .Validated<Request>()
        .WithName(nameof(RecommendToAnybody))
        .WithSummary("Missions that suit somebody without an account")
        .WithDescription("From a place, hours and causes: the best open missions with their reasons, as volunteers with a profile get them. What is said isn't kept.");

    private static async Task<Ok<Response>> HandleAsync([AsParameters] Request request, Matchmaker matchmaker, CancellationToken stop)
    {
        var somebody = new MatchVolunteer
        {
            Id = Guid.Empty,
            Place = request.Near is { } near ? PointOf(near) : null,
            RadiusKm = request.RadiusKm ?? 15,
            Remote = request.Remote ?? false,
            Free = WeekMask.Of(MissionHours.Parse(request.Hours ?? [])),
            Skills = request.Skill ?? [],
            Causes = Indexing.MatchProfiles.Bits(KebabQuery.ParseAll<MissionDomain>(request.Domain, "domain").Select(cause => (int)cause)),
            Kinds = Indexing.MatchProfiles.Bits(KebabQuery.ParseAll<MissionKind>(request.Kind, "kind").Select(kind => (int)kind)),
        };
        var best = await matchmaker.MissionsForAsync(somebody, request.Limit ?? 10, stop);
        var sentences = new Sentences(RuleText.InEnglish, ToVolunteer: true);
        return TypedResults.Ok(new Response(MatchWeights.Current.Version, [.. best.Select(matched => Recommendation.Of(matched, homeCommune: null, sentences))]));
    }

    private static GeoPoint? PointOf(string near)
    {
        var parts = near.Split(',');
        return parts.Length == 2 && Number(parts[0]) is { } latitude and >= -90 and <= 90 && Number(parts[1]) is { } longitude and >= -180 and <= 180
            ? new GeoPoint(latitude, longitude) : null;

        static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
