namespace Benevolat.Web.Search;

/// <summary>
/// What somebody looks for, and which page of which view shows it. <see cref="SearchAddress"/> reads and writes it as an address.
/// </summary>
public sealed record SearchQuery
{
    public const int DefaultRadius = 15;
    public static readonly IReadOnlyList<int> Radii = [2, 5, 10, 15, 30, 50, 100];

    /// <summary>Words; those within quotes stand exactly like that.</summary>
    public string? What { get; init; }

    /// <summary>A commune or postcode as typed.</summary>
    public string? Where { get; init; }

    /// <summary>The code of the commune that was chosen among several of that name.</summary>
    public string? Commune { get; init; }

    /// <summary>A place without a name, from a saved search; a typed one wins.</summary>
    public GeoPoint? Point { get; init; }

    public int RadiusKm { get; init; } = DefaultRadius;

    /// <summary>The part of the map that was in view.</summary>
    public GeoBox? Frame { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary><c>mer-apres-midi</c>; see <see cref="Search.Moments"/>.</summary>
    public IReadOnlyList<string> Moments { get; init; } = [];

    /// <summary>Hours a week at most.</summary>
    public int? MaxHours { get; init; }

    public bool OpenToMinors { get; init; }

    public bool ReducedMobility { get; init; }

    public int? GroupOf { get; init; }

    public string? Sort { get; init; }

    public string? Cursor { get; init; }

    /// <summary>Whether links lead to the map rather than to the list.</summary>
    public bool OnMap { get; init; }

    /// <summary>Whether something of the second line of the form is filled in.</summary>
    public bool HasCriteria =>
        From is not null || Until is not null || MaxHours is not null || GroupOf is not null || Moments.Count > 0 || OpenToMinors
        || ReducedMobility;

    public bool IsFiltered => Choices.Count > 0 || HasCriteria || Frame is not null;

    /// <summary>Whether there is anything in it at all.</summary>
    public bool IsEmpty => !IsFiltered && What is null && Where is null && Point is null;

    /// <summary>The same search on its first page.</summary>
    public SearchQuery FirstPage => this with { Cursor = null };

    /// <summary>Words and place alone, in the same view.</summary>
    public SearchQuery WithoutFilters =>
        new() { What = What, Where = Where, Commune = Commune, Point = Point, RadiusKm = RadiusKm, Sort = Sort, OnMap = OnMap };

    public SearchQuery WithoutPlace => this with { Where = null, Commune = null, Point = null, RadiusKm = DefaultRadius, Cursor = null };

    public IReadOnlyList<string> Chosen(string filter) =>
        [.. Choices.Where(choice => choice.Filter == filter).Select(choice => choice.Value)];

    public bool Has(string filter, string value) => Choices.Contains(new(filter, value));

    /// <summary>With one value more, or less.</summary>
    public SearchQuery Toggle(string filter, string value) => With(Has(filter, value)
        ? [.. Choices.Where(choice => choice != new Choice(filter, value))]
        : [.. Choices, new(filter, value)]);

    /// <summary>With this value instead of whatever the filter had.</summary>
    public SearchQuery Only(string filter, string value) => With([.. Choices.Where(choice => choice.Filter != filter), new(filter, value)]);

    /// <summary>With the filter open.</summary>
    public SearchQuery Without(string filter) => With([.. Choices.Where(choice => choice.Filter != filter)]);

    /// <summary>The next wider radius, for a search that found nothing.</summary>
    public SearchQuery? Wider() =>
        Radii.FirstOrDefault(radius => radius > RadiusKm) is > 0 and var wider
            ? this with { RadiusKm = wider, Frame = null, Cursor = null }
            : null;

    /// <summary>How the results are in fact sorted: what was asked, else what helps most.</summary>
    public string EffectiveSort(bool hasPlace) => Sort switch
    {
        null or "distance" when hasPlace && What is null => "distance",
        "distance" when !hasPlace => What is null ? "recentes" : "pertinence",
        null => What is null ? "recentes" : "pertinence",
        var chosen => chosen,
    };

    private SearchQuery With(IReadOnlyList<Choice> choices) => this with { Choices = choices, Cursor = null };
}
