using Benevolat.Web.Text;

namespace Benevolat.Web.Search;

/// <summary>A filter that is any of several values.</summary>
/// <param name="Name">Its name in the site's address.</param>
/// <param name="Api">Its name at the service, which is also that of its facet.</param>
/// <param name="Title">What pages call it.</param>
/// <param name="Vocabulary">Value and label; empty where values are free.</param>
public sealed record SearchFilter(string Name, string Api, string Title, IReadOnlyList<(string Value, string Label)> Vocabulary)
{
    public const string Remote = "presence";
    public const string Department = "departement";
    public const string Organisation = "association";
    private const int LongestValue = 80;

    /// <summary>In the order in which pages show them.</summary>
    public static readonly IReadOnlyList<SearchFilter> All =
    [
        new(Remote, "remote", "Où cela se passe", Labels.RemoteWork),
        new("type", "kind", "Engagement", Labels.Kinds),
        new("domaine", "domain", "Cause", Labels.Domains),
        new(Department, "department", "Département", Departments.All),
        new("activite", "activity", "Activité", Activities.All),
        new("public", "audience", "Pour qui", Labels.Audiences),
        new("competence", "skill", "Savoir-faire", []),
        new(Organisation, "organisation", "Association", []),
        new("reseau", "network", "Réseau", []),
    ];

    /// <summary>Those that the service counts, in the page's order.</summary>
    public static IEnumerable<SearchFilter> Facets => All.Where(filter => filter.Vocabulary.Count > 0);

    public static SearchFilter Named(string name) => All.First(filter => filter.Name == name);

    /// <summary>Those of an address's values that can be this filter's.</summary>
    public IEnumerable<Choice> Choose(IEnumerable<string> values) => values.Where(Accepts).Select(value => new Choice(Name, value));

    /// <summary>Words of a vocabulary and ids are plain letters.</summary>
    private bool Accepts(string value) => value.Length is > 0 and <= LongestValue && Name switch
    {
        "competence" => !value.Any(char.IsControl),
        Organisation => Guid.TryParse(value, out _),
        _ => value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'),
    };
}

/// <summary>One chosen value of a filter.</summary>
public readonly record struct Choice(string Filter, string Value);
