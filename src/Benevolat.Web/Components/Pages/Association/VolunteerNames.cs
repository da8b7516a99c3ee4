using Benevolat.Web.Api;
using Benevolat.Web.Errors;

namespace Benevolat.Web.Components.Pages.Association;

/// <summary>The first names behind the volunteers of a list; those that can't be had now are missing.</summary>
internal static class VolunteerNames
{
    private const int Most = 60;

    public static async Task<IReadOnlyDictionary<Guid, VolunteerCard>> ReadAsync(VolunteersApi volunteers, IEnumerable<Guid> ids, CancellationToken stop)
    {
        var asked = ids.Distinct().Take(Most).Select(async id => (Id: id, Card: await ServiceAway.OrNullAsync(RequiredAsync(volunteers, id, stop))));
        return (await Task.WhenAll(asked)).Where(answer => answer.Card is not null).ToDictionary(answer => answer.Id, answer => answer.Card!);
    }

    private static async Task<VolunteerCard> RequiredAsync(VolunteersApi volunteers, Guid id, CancellationToken stop) =>
        await volunteers.FindCardAsync(id, stop) ?? throw ApiException.NotFound();
}
