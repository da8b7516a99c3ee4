using System.Text.Json.Nodes;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Authoring;
using Benevolat.Missions.Features.Networks;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Templates;

/// <summary>A network keeps a template for its organisations.</summary>
public static class PutNetworkTemplate
{
    private const int MostTemplates = 200;

    public static void Map(RouteGroupBuilder networks) => networks.MapPut("/me/templates/{code}", HandleAsync)
        .RequireAuthorization(Policies.Network)
        .Validated<TemplateInput>()
        .WithName(nameof(PutNetworkTemplate))
        .WithSummary("Create or update one of the network's templates")
        .WithDescription("Safe to repeat: what was sent before changes nothing. 200 templates a network at most. If-Match is honoured, not needed.")
        .WithBodyExample("""
            { "name": "Collecte devant un magasin", "domain": "solidarite-insertion",
              "content": { "title": "Collecter des denrées devant […]", "kind": "one-off", "places": 8, "tasks": ["Distribuer les sacs", "Remercier", "Peser"],
                "difficulty": "On reste debout, et beaucoup passent sans répondre." } }
            """);

    private static async Task<Results<Created<TemplateResponse>, Ok<TemplateResponse>>> HandleAsync(
        string code, TemplateInput input, HttpContext http, MissionsDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!MissionInputValidator.IsSlug(code)) { throw ProblemException.ForField("code", Rules.Slug); }

        var (client, now) = (http.User.NetworkClientId(), clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var network = await db.FindOrAddNetworkAsync(client, now, stop);
        // One at a time: two first writes of a template would meet at its code, and many at the limit.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"{network}/templates"}, 0))", stop);

        var template = await db.MissionTemplates.SingleOrDefaultAsync(row => row.NetworkId == network && row.Code == code, stop);
        http.HonourIfMatch(template);
        var isNew = template is null;
        if (template is null)
        {
            Rules.TooManyTemplates.Require(await db.MissionTemplates.CountAsync(row => row.NetworkId == network, stop) < MostTemplates, ("most", MostTemplates));
            db.Add(template = new MissionTemplate { Id = Guid.CreateVersion7(now), NetworkId = network, Code = code });
        }

        var content = TemplateResponse.Write(input.ToContent());
        if (isNew || IsOther(template, input, content)) { template.Write(input.Domain!.Value, input.Name!.Trim(), content, now); }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);

        http.SetETag(template.Version);
        var response = TemplateResponse.Of(template, client);
        return isNew ? TypedResults.Created($"/api/v1/mission-templates/{template.Id}", response) : TypedResults.Ok(response);
    }

    /// <summary>The database keeps JSON in an order of its own.</summary>
    private static bool IsOther(MissionTemplate template, TemplateInput input, string content) =>
        template.Domain != input.Domain || template.Name != input.Name!.Trim() || !JsonNode.DeepEquals(JsonNode.Parse(template.Content), JsonNode.Parse(content));
}
