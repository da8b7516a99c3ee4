using Benevolat.Web.Api;
using Benevolat.Web.Text;

namespace Benevolat.Web.Components.Pages.Association.Editing;

/// <summary>How the members of a team are called where one is chosen.</summary>
internal static class TeamNames
{
    public static string Of(TeamMember member, Texts t) => $"{member.Name ?? t["Un membre sans nom"]} ({Texts.Small(t[Labels.Of(Labels.Roles, member.Role)])})";

    /// <summary>Nobody for moderators, who aren't in the team.</summary>
    public static async Task<IReadOnlyList<TeamMember>> ReadAsync(TeamsApi teams, Guid organisation, CancellationToken stop)
    {
        try
        {
            return (await teams.MembersAsync(organisation, stop)).Value.Items;
        }
        catch (ApiException refusal) when (refusal.Status is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound)
        {
            return [];
        }
    }
}
