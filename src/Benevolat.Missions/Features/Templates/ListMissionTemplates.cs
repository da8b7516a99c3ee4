using System.ComponentModel;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Templates;

/// <summary>Where one may begin: templates of the system and of networks.</summary>
public static class ListMissionTemplates
{
    public sealed record Item(Guid? Id, string Code, string? Network, MissionDomain Domain, string Name, MissionKind? Kind, string? Title);

    /// <summary>Those of the system go by code, those of networks by id.</summary>
    private sealed record Position(string? Code, Guid? Id);

    public static void Map(RouteGroupBuilder templates) => templates.MapGet("/", HandleAsync)
        .AllowAnonymous()
        .Validated<PageRequest>()
        .WithName(nameof(ListMissionTemplates))
        .WithSummary("List mission templates")
        .WithDescription("Those that come with the system first, then those of networks, the oldest first. Each is read in full by its id, else by its code.");

    private static async Task<Ok<Page<Item>>> HandleAsync(
        [AsParameters] PageRequest page, HttpContext http, MissionsDb db, CancellationToken stop,
        [Description("Only for this domain.")] string? domain = null,
        [Description("Only of the network with this client id.")] string? network = null)
    {
        MissionDomain? wanted = domain is null ? null : Kebab.TryParse(domain, out MissionDomain known) ? known : throw ProblemException.ForField("domain", ExpectedForm.OneOf<MissionDomain>());
        var query = $"mission-templates/{domain}/{network}";
        var after = Cursor.Decode<Position>(page.Cursor, query);
        var items = after?.Id is null && network is null ? BuiltIn(wanted, after?.Code, page.Size + 1) : [];
        if (items.Count <= page.Size) { items.AddRange(await OfNetworksAsync(db, wanted, network, after?.Id, page.Size + 1 - items.Count, stop)); }

        return TypedResults.Ok(http.ToPage(items, page.Size, item => Cursor.Encode(new Position(item.Id is null ? item.Code : null, item.Id), query)));
    }

    private static List<Item> BuiltIn(MissionDomain? domain, string? after, int most) =>
        [.. BuiltInTemplates.All
            .Where(template => (domain is null || template.Domain == domain) && string.CompareOrdinal(template.Code, after) > 0)
            .Take(most)
            .Select(template => Short(TemplateResponse.Of(template)))];

    private static async Task<IEnumerable<Item>> OfNetworksAsync(MissionsDb db, MissionDomain? domain, string? client, Guid? after, int most, CancellationToken stop)
    {
        var rows =
            from template in db.MissionTemplates.AsNoTracking()
            join network in db.Networks on template.NetworkId equals (Guid?)network.Id
            where (domain == null || template.Domain == domain) && (client == null || network.ClientId == client) && (after == null || template.Id > after)
            orderby template.Id
            select new { Template = template, network.ClientId };
        return (await rows.Take(most).ToListAsync(stop)).Select(row => Short(TemplateResponse.Of(row.Template, row.ClientId)));
    }

    private static Item Short(TemplateResponse template) =>
        new(template.Id, template.Code, template.Network, template.Domain, template.Name, template.Content.Kind, template.Content.Title);
}
