using Benevolat.Web.Api;
using Benevolat.Web.Places;
using Benevolat.Web.Search;
using Microsoft.AspNetCore.Components;

namespace Benevolat.Web.Components.Search;

/// <summary>What the list and the map of results share: the search of the address, its place, what the service found.</summary>
public abstract class SearchPage : SiteComponent
{
    private const double KilometresPerDegree = 111;

    protected SearchQuery Query { get; private set; } = new();

    protected PlaceAnswer Place { get; private set; } = PlaceAnswer.None;

    /// <summary>Where distances are measured from.</summary>
    protected GeoPoint? Near { get; private set; }

    protected SearchResult Result { get; private set; } = SearchResult.Nothing;

    protected IReadOnlyList<SearchChip> Chips { get; private set; } = [];

    /// <summary>What the service would not take of this address.</summary>
    protected IReadOnlyList<string> Refusals { get; private set; } = [];

    protected bool HasPlace => Near is not null;

    protected abstract bool OnMap { get; }

    [Inject]
    private MissionsApi Missions { get; set; } = null!;

    [Inject]
    private PlaceResolver Places { get; set; } = null!;

    protected string Title
    {
        get
        {
            var found = Result.Total == 0 ? T["Aucune mission"] : T.Count(Result.Total, "{0} mission", "{0} missions");
            if (Query.What is { } what) { found = T["{0} pour « {1} »", found, what]; }
            return (Place.Place, Near) switch
            {
                ({ } place, _) => T["{0} à moins de {1} km de {2}", found, Query.RadiusKm, place.Name],
                (_, not null) => T["{0} à moins de {1} km du lieu choisi", found, Query.RadiusKm],
                _ => found,
            };
        }
    }

    protected override async Task OnInitializedAsync()
    {
        Query = SearchAddress.Read(Http.Request.Query, OnMap);
        Place = await Places.ResolveAsync(Query.Where, Query.Commune, Stop);
        Near = GeoPoint.Of(Place.Place?.Coordinates) ?? (Query.Where is null ? Query.Point : null);
        if (Query.Frame is { } frame && Near is { } near && !Meets(frame, near)) { Query = Query with { Frame = null }; }
        try
        {
            Result = await Missions.SearchAsync(SearchCall.Page(Query, Near), Stop);
        }
        catch (ApiException refusal) when (refusal.Status is StatusCodes.Status400BadRequest or StatusCodes.Status422UnprocessableEntity)
        {
            // An address may be old or typed by hand: the page says what is wrong with it, and its form mends it.
            Refusals = refusal.Errors.Count > 0 ? [.. refusal.Errors.Values.SelectMany(sentences => sentences)] : [refusal.Sentence];
            Http.Response.StatusCode = refusal.Status;
        }

        Chips = SearchChip.Of(Query, Place.Place?.Name, Result, T);
    }

    /// <summary>Whether the frame shows anything of the circle: one that was left from another place would hide everything.</summary>
    private bool Meets(GeoBox frame, GeoPoint near)
    {
        var high = Query.RadiusKm / KilometresPerDegree;
        var wide = high / Math.Max(0.1, Math.Cos(near.Latitude * Math.PI / 180));
        return frame.South <= near.Latitude + high && frame.North >= near.Latitude - high
            && frame.West <= near.Longitude + wide && frame.East >= near.Longitude - wide;
    }
}
