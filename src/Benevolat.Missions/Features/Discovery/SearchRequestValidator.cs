using Benevolat.Contracts.Vocabulary;
using Benevolat.Index.Search;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Rules;
using FluentValidation;

namespace Benevolat.Missions.Features.Discovery;

internal sealed class SearchRequestValidator : AbstractValidator<SearchRequest>
{
    private static readonly Rule Near = new("search.near",
        "« near » s'écrit latitude,longitude en degrés : 45.76,4.84.", "“near” is latitude,longitude in degrees: 45.76,4.84.");

    private static readonly Rule Radius = new("search.radius",
        "« radiusKm » est plus grand que 0, 20 000 au plus, et demande « near ».", "“radiusKm” is greater than 0, 20,000 at most, and needs “near”.");

    private static readonly Rule Bbox = new("search.bbox",
        "« bbox » s'écrit ouest,sud,est,nord en degrés.", "“bbox” is west,south,east,north in degrees.");

    private static readonly Rule Sort = new("search.sort",
        "« sort » vaut relevance, distance (avec « near »), date ou newest.", "“sort” is relevance, distance (with “near”), date or newest.");

    private static readonly Rule Department = new("search.department",
        "Un département s'écrit 69, 2A ou 974.", "A department is written 69, 2A or 974.");

    private static readonly Rule TooMany = new("search.too-many",
        "50 valeurs au plus par filtre.", "50 values at most per filter.");

    public SearchRequestValidator()
    {
        RuleFor(request => request.Q).MaximumLength(200);
        RuleFor(request => request.Near).Obeys(Near, text => Coordinates.Point(text) is not null);
        RuleFor(request => request.RadiusKm)
            .Must((request, radius) => radius is null || (radius is > 0 and <= 20_000 && request.Near is not null)).WithRule(Radius);
        RuleFor(request => request.Bbox).Obeys(Bbox, text => Coordinates.Box(text) is not null);
        RuleFor(request => request.Sort).Must((request, sort) => sort is null || IsPossible(sort, request)).WithRule(Sort);
        RuleFor(request => request.MaxHoursPerWeek).InclusiveBetween(0.1m, 168m);
        RuleFor(request => request.GroupOf).InclusiveBetween(1, MissionContent.MostPlaces);
        RuleFor(request => request.From).Obeys(Rules.DateRange, date => MissionContent.IsSensible(date));
        RuleFor(request => request.To).Obeys(Rules.DateRange, date => MissionContent.IsSensible(date))
            .Must((request, to) => request.From is null || to is null || to >= request.From).WithRule(Rules.Dates);
        RuleFor(request => request.Limit).InclusiveBetween(1, 100);
        RuleFor(request => request.Cursor).MaximumLength(1_000);
        Lists();
    }

    private static bool IsPossible(string sort, SearchRequest request) =>
        Kebab.TryParse(sort, out MissionSort kind) && (kind != MissionSort.Distance || request.Near is not null);

    private void Lists()
    {
        List(request => request.Department, Department, Communes.IsDepartment);
        List(request => request.Domain, ExpectedForm.OneOf<MissionDomain>(), text => Kebab.TryParse<MissionDomain>(text, out _));
        List(request => request.Kind, ExpectedForm.OneOf<MissionKind>(), text => Kebab.TryParse<MissionKind>(text, out _));
        List(request => request.Remote, ExpectedForm.OneOf<RemoteWork>(), text => Kebab.TryParse<RemoteWork>(text, out _));
        List(request => request.Activity, Rules.Slug, text => text.Length is > 0 and <= 100);
        List(request => request.Audience, Rules.Slug, text => text.Length is > 0 and <= 100);
        List(request => request.Skill, Rules.Slug, text => text.Length is > 0 and <= 100);
        List(request => request.Network, Rules.Slug, text => text.Length is > 0 and <= 200);
        RuleFor(request => request.Organisation).Must(list => list is null || list.Length <= 50).WithRule(TooMany);
        RuleFor(request => request.Hours)
            .Must(hours => hours is null || SearchQueries.SplitHours(hours).All(hour => WeekHours.TryParse(hour, out _))).WithRule(Rules.Hours);
    }

    /// <summary>One entry per filter in the answer, named as in the address, whichever of its values is wrong.</summary>
    private void List(System.Linq.Expressions.Expression<Func<SearchRequest, string[]?>> filter, Rule rule, Func<string, bool> holds)
    {
        RuleFor(filter).Must(values => values is null || values.Length <= 50).WithRule(TooMany);
        RuleFor(filter).Must(values => values is null || Array.TrueForAll(values, value => holds(value))).WithRule(rule);
    }
}
