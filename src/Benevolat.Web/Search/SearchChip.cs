using Benevolat.Web.Api;
using Benevolat.Web.Text;

namespace Benevolat.Web.Search;

/// <summary>One thing that narrows a search, and the search without it.</summary>
public sealed record SearchChip(string Label, SearchQuery Without)
{
    /// <summary>All of them, in the order of the form and the filters. The words are not among them: their field stands above.</summary>
    public static IReadOnlyList<SearchChip> Of(SearchQuery query, string? place, SearchResult result, Texts t) =>
        [.. Places(query, place, t), .. Choices(query, result, t), .. Times(query, t), .. People(query, t)];

    private static IEnumerable<SearchChip> Places(SearchQuery query, string? place, Texts t)
    {
        if (place is not null)
        {
            yield return new(t["À moins de {0} km de {1}", query.RadiusKm, place], query.WithoutPlace);
        }
        else if (query is { Where: null, Point: not null })
        {
            yield return new(t["À moins de {0} km du lieu choisi", query.RadiusKm], query.WithoutPlace);
        }

        if (query.Frame is not null) { yield return new(t["Dans le cadre de la carte"], query.FirstPage with { Frame = null }); }
    }

    private static IEnumerable<SearchChip> Choices(SearchQuery query, SearchResult result, Texts t) =>
        query.Choices.Select(choice => new SearchChip(NameOf(choice, result, t), query.Toggle(choice.Filter, choice.Value)));

    private static IEnumerable<SearchChip> Times(SearchQuery query, Texts t)
    {
        var first = query.FirstPage;
        if (query.From is { } from) { yield return new(t["À partir du {0}", Formats.ShortDay(from)], first with { From = null }); }
        if (query.Until is { } until) { yield return new(t["Jusqu'au {0}", Formats.ShortDay(until)], first with { Until = null }); }
        foreach (var moment in query.Moments)
        {
            yield return new(t[Moments.Label(moment)], first with { Moments = [.. query.Moments.Where(other => other != moment)] });
        }

        if (query.MaxHours is { } hours) { yield return new(t["{0} h par semaine au plus", hours], first with { MaxHours = null }); }
    }

    private static IEnumerable<SearchChip> People(SearchQuery query, Texts t)
    {
        var first = query.FirstPage;
        if (query.OpenToMinors) { yield return new(t["Ouverte dès 16 ans"], first with { OpenToMinors = false }); }
        if (query.ReducedMobility) { yield return new(t["Accessible à mobilité réduite"], first with { ReducedMobility = false }); }
        if (query.GroupOf is { } people)
        {
            yield return new(t.Count(people, "Pour {0} personne", "Pour {0} personnes"), first with { GroupOf = null });
        }
    }

    /// <summary>An association's id has a name only if a result carries it.</summary>
    private static string NameOf(Choice choice, SearchResult result, Texts t) => choice.Filter switch
    {
        SearchFilter.Organisation => result.Items.Select(item => item.Organisation)
            .FirstOrDefault(organisation => organisation?.Id.ToString() == choice.Value)?.Name ?? t["Une association"],
        "reseau" => t["Un réseau"],
        "competence" => choice.Value,
        _ => t[Labels.Of(SearchFilter.Named(choice.Filter).Vocabulary, choice.Value)],
    };
}
