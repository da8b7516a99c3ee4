using System.ServiceModel.Syndication;
using System.Xml;
using Benevolat.Index.Search;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Discovery.Indexing;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>The newest missions of a search as a feed that any reader follows.</summary>
public static class ReadMissionsFeed
{
    private const int Entries = 50;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/missions.atom", HandleAsync)
        .AllowAnonymous()
        .RefuseUnknownParameters()
        .Validated<SearchRequest>()
        .Produces<string>(contentType: "application/atom+xml")
        .WithName(nameof(ReadMissionsFeed))
        .WithSummary("Follow a search as a feed")
        .WithDescription("Atom (RFC 4287): the 50 newest missions that fit the filters, whatever order and page the search asks for.");

    private static async Task<IResult> HandleAsync(
        [AsParameters] SearchRequest request, HttpContext http, SearchIndex index, MissionCards cards, IConfiguration configuration,
        TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var query = request.ToQuery(ParisTime.DateOf(now)) with { Sort = MissionSort.Newest, Limit = Entries, After = null, WithFacets = false };
        var shown = await cards.OfAsync(index.Current.Find(query).Hits, stop);
        var items = shown.OfType<Card>().Select(card => card.Item).ToList();

        var (origin, address) = (configuration.PublicOrigin(), $"{http.Request.Path}{http.Request.QueryString}");
        var feed = new SyndicationFeed(string.IsNullOrWhiteSpace(request.Q) ? "Missions bénévoles" : $"Missions bénévoles : {request.Q.Trim()}", null, origin)
        {
            Id = new Uri(origin, address).AbsoluteUri,
            Language = "fr",
            LastUpdatedTime = items.Count > 0 ? items[0].PublishedAt : now,
            Items = items.Select(item => Entry(item, origin)),
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(origin, address), "application/atom+xml"));
        return Results.Bytes(Write(feed), "application/atom+xml; charset=utf-8");
    }

    private static SyndicationItem Entry(SearchItem item, Uri origin)
    {
        var entry = new SyndicationItem(item.Title, (SyndicationContent?)null, new Uri(origin, $"/missions/{item.Id}"), $"urn:uuid:{item.Id}", item.PublishedAt)
        {
            Summary = new TextSyndicationContent(item.Summary),
            PublishDate = item.PublishedAt,
        };
        entry.Authors.Add(new SyndicationPerson(null, item.Organisation.Name, null));
        entry.Categories.Add(new SyndicationCategory(item.Domain.ToKebab()));
        if (item.Place is { } place) { entry.Categories.Add(new SyndicationCategory($"{place.Commune} ({place.Department})")); }
        return entry;
    }

    private static byte[] Write(SyndicationFeed feed)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = false }))
        {
            feed.SaveAsAtom10(xml);
        }

        return buffer.ToArray();
    }
}
