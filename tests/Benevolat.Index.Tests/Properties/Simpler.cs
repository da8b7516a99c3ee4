using Benevolat.Index.Search;

namespace Benevolat.Index.Tests.Properties;

/// <summary>Simpler variants of a scenario, the much simpler ones first: what fails is told as small as can be.</summary>
internal static class Simpler
{
    private const int FewChanges = 12;

    public static IEnumerable<Scenario> Scenarios(Scenario scenario) =>
        Less(scenario.Queries).Select(queries => scenario with { Queries = queries })
            .Concat(Less(scenario.Steps).Where(steps => steps.Count > 0).Select(steps => scenario with { Steps = steps }))
            .Concat(Lines(scenario.Synonyms).Select(lines => scenario with { Synonyms = lines }))
            .Concat(Each(scenario.Steps, Steps).Select(steps => scenario with { Steps = steps }))
            .Concat(Each(scenario.Queries.Count > 1 ? [] : scenario.Queries, Queries)
                .Select(queries => scenario with { Queries = queries }));

    private static IEnumerable<Step> Steps(Step step)
    {
        var changes = Less(step.Changes);
        if (step.Changes.Count <= FewChanges) { changes = changes.Concat(Each(step.Changes, Changes)); }
        return changes.Select(simpler => step with { Changes = simpler });
    }

    private static IEnumerable<MissionChange> Changes(MissionChange change) =>
        change.Document is { } document ? Documents(document).Select(simpler => change with { Document = simpler }) : [];

    private static IEnumerable<MissionDocument> Documents(MissionDocument document)
    {
        var plain = Missions.Plain;
        return new[]
        {
            document with { OrganisationName = "", OrganisationId = plain.OrganisationId, Network = null },
            document with { Domain = plain.Domain, Kind = plain.Kind },
            document with { Remote = plain.Remote },
            document with { StartsOn = null, EndsOn = null, ShiftDays = [] },
            document with { WeekHours = [], HoursPerWeek = null },
            document with { OpenToMinors = false, ReducedMobility = false, PlacesLeft = plain.PlacesLeft },
            document with { PublishedAt = plain.PublishedAt, AnswerRate = null, Revision = 1 },
        }
        .Concat(Texts(document.Title).Select(title => document with { Title = title }))
        .Concat(Texts(document.Description).Select(description => document with { Description = description }))
        .Concat(Less(document.Places).Select(places => document with { Places = places }))
        .Concat(Less(document.Activities).Select(activities => document with { Activities = activities }))
        .Concat(Less(document.Audiences).Select(audiences => document with { Audiences = audiences }))
        .Concat(Less(document.Skills).Select(skills => document with { Skills = skills }))
        .Where(simpler => Show.Document(simpler) != Show.Document(document));
    }

    private static IEnumerable<MissionQuery> Queries(MissionQuery query) => new[]
    {
        query with { Near = null, RadiusKm = null },
        query with { RadiusKm = null },
        query with { Box = null },
        query with { Departments = [] },
        query with { Domains = [], Kinds = [] },
        query with { Remotes = [] },
        query with { Activities = [], Audiences = [], Skills = [] },
        query with { Organisations = [], Networks = [] },
        query with { From = null, To = null },
        query with { PublishedAfter = null, PublishedUntil = null },
        query with { WeekHours = [], MaxHoursPerWeek = null },
        query with { OpenToMinors = false, ReducedMobility = false, GroupOf = 0 },
        query with { Sort = MissionSort.Relevance },
        query with { After = null },
        query with { Limit = 20 },
        query with { Today = Missions.Today, WithFacets = false },
    }
    .Concat(query.Text is null ? [] : Texts(query.Text).Append(null).Select(text => query with { Text = text }))
    .Where(simpler => Show.Query(simpler) != Show.Query(query));

    private static IEnumerable<string> Lines(string? synonyms) =>
        string.IsNullOrEmpty(synonyms) ? [] : Less(synonyms.Split('\n')).Select(lines => string.Join('\n', lines));

    private static IEnumerable<string> Texts(string text) =>
        text.Length == 0 ? [] : Less(text.Split(' ')).Select(words => string.Join(' ', words));

    /// <summary>The halves, and all but one.</summary>
    private static IEnumerable<IReadOnlyList<T>> Less<T>(IReadOnlyList<T> all)
    {
        if (all.Count > 3)
        {
            yield return [.. all.Take(all.Count / 2)];
            yield return [.. all.Skip(all.Count / 2)];
        }

        for (var i = 0; i < all.Count && all.Count <= 200; i++) { yield return [.. all.Where((_, other) => other != i)]; }
    }

    private static IEnumerable<IReadOnlyList<T>> Each<T>(IReadOnlyList<T> all, Func<T, IEnumerable<T>> simpler) =>
        all.SelectMany((one, i) => simpler(one).Select(variant => (IReadOnlyList<T>)[.. all.Take(i), variant, .. all.Skip(i + 1)]));
}
