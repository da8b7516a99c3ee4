using Benevolat.Web.Api;
using Benevolat.Web.Forms;
using Benevolat.Web.Places;
using Benevolat.Web.Text;

namespace Benevolat.Web.Components.Pages.Association.Editing;

/// <summary>Finds the communes of the addresses that were typed.</summary>
internal sealed class AddressReader(PlaceResolver places, FormErrors errors, Texts t)
{
    /// <summary>By line, where the text leaves a choice.</summary>
    public Dictionary<int, IReadOnlyList<PlaceItem>> Choices { get; } = [];

    public async Task<IReadOnlyList<MissionAddress>> ReadAsync(IReadOnlyList<AddressLine> lines, IReadOnlyList<MissionAddress> saved, CancellationToken stop)
    {
        List<MissionAddress> read = [];
        for (var line = 0; line < lines.Count; line++)
        {
            if (!lines[line].IsEmpty) { read.Add(await ReadAsync(line, lines[line], saved, stop)); }
        }

        return read;
    }

    private async Task<MissionAddress> ReadAsync(int line, AddressLine typed, IReadOnlyList<MissionAddress> saved, CancellationToken stop)
    {
        var answer = await places.ResolveAsync(typed.Commune, typed.CommuneCode, stop);
        if (PlaceChoice.Check(answer, typed.Commune, MissionForm.Address(line, "place"), errors, t) is { Count: > 0 } choices) { Choices[line] = choices; }
        // Only the coach gets to see one whose commune isn't found.
        if (answer.Place is not { } place) { return new(typed.Street, typed.Commune, null, null, null); }

        return saved.FirstOrDefault(address => address.CommuneCode == place.Code && address.Street == typed.Street)
            ?? new MissionAddress(typed.Street, place.Name, place.Code, place.Postcode, place.Coordinates);
    }
}
