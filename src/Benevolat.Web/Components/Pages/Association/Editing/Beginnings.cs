using Benevolat.Web.Api;

namespace Benevolat.Web.Components.Pages.Association.Editing;

/// <summary>What a new mission begins with: a template's text or none, and the association's own address.</summary>
internal sealed class Beginnings(AuthoringApi authoring, OrganisationsApi organisations)
{
    /// <summary>As in templates: the coach asks to fill it before the mission is published.</summary>
    public const string StillToWrite = "[…]";

    /// <summary>While nobody has chosen a cause.</summary>
    public const string AnyDomain = "autre";

    private const string Kind = "regular";

    public async Task<MissionInput> OfAsync(Guid organisation, string? template, CancellationToken stop)
    {
        var address = (await organisations.GetAsync(organisation, stop)).Address;
        var content = string.IsNullOrEmpty(template) ? null : (await authoring.FindTemplateAsync(template, stop) ?? throw ApiException.NotFound()).Content;
        content ??= new MissionInput();
        return content with
        {
            Kind = content.Kind ?? Kind,
            Remote = content.Remote ?? "no",
            Places = content.Places ?? 1,
            Addresses = content.Remote != "full" && address is { CommuneCode: not null, Postcode: not null }
                ? [new(address.Street, address.Commune, address.CommuneCode, address.Postcode, null)] : [],
        };
    }
}
