using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Threads;

/// <summary>What the two sides wrote to each other.</summary>
public static class ListMessages
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/applications/{id:guid}/messages", HandleAsync)
        .Validated<PageRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(ListMessages))
        .WithSummary("Read the messages of an application")
        .WithDescription("For its volunteer and the members of the organisation, the oldest first, page by page. The first one is what the volunteer wrote when applying.");

    private static async Task<Results<Ok<Page<MessageResponse>>, NotFound>> HandleAsync(
        Guid id, [AsParameters] PageRequest page, HttpContext http, MatchingDb db, CancellationToken stop)
    {
        if (await db.SeenAsync(id, http, stop) is not { } seen) { return TypedResults.NotFound(); }

        var query = $"messages of {id}";
        var after = Cursor.Decode<After>(page.Cursor, query);
        var written = db.Messages.AsNoTracking().Where(message => message.ApplicationId == id);
        if (after is not null) { written = written.Where(message => message.Id.CompareTo(after.Id) > 0); }
        var found = await written.OrderBy(message => message.Id).Take(page.Size + 1).ToListAsync(stop);
        if (after is null) { found.Insert(0, ThreadMessage.Opening(seen.Application)); }

        var shown = found.ConvertAll(message => MessageResponse.Of(message, seen.Application, seen.AsVolunteer));
        return TypedResults.Ok(http.ToPage(shown, page.Size, last => Cursor.Encode(new After(last.Id), query)));
    }

    private sealed record After(Guid Id);
}
