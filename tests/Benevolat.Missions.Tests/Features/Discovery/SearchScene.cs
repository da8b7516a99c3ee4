using System.Text.Json.Nodes;
using Benevolat.Testing.Tokens;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

/// <summary>Four missions of one organisation; every search is narrowed to it, so that other tests' missions don't count.</summary>
internal sealed class SearchScene(MissionsService service)
{
    public const string Bellecour = "near=45.7578,4.8320";

    public Guid Organisation { get; private set; }

    public Caller Owner { get; } = Caller.Person();

    public Task<JsonNode> FindAsync(string query) => service.SearchAsync($"organisation={Organisation}&{query}");

    public async ValueTask SetAsync()
    {
        Organisation = await service.RegisterVerifiedAsync(Owner, "Les Coopératrices du savoir");
        await service.PublishAsync(Owner, Organisation);
        await service.PublishAsync(Owner, Organisation, With("Aide aux devoirs au collège de L'Arbresle", mission =>
        {
            mission["addresses"] = new JsonArray(At("L'Arbresle", "69010", "69210", 4.6085, 45.8353));
            mission["hours"] = new JsonArray("wed-14");
            mission["openToMinors"] = true;
        }));
        await service.PublishAsync(Owner, Organisation, With("Aide aux devoirs pour des élèves parisiens", mission =>
        {
            mission["addresses"] = new JsonArray(At("Paris", "75056", "75011", 2.38, 48.859), At("Saint-Étienne", "42218", "42000", 4.387, 45.439));
            (mission["startsOn"], mission["endsOn"], mission["hoursPerWeek"]) = ("2027-02-01", "2027-03-31", 6);
            mission["reducedMobility"] = true;
        }));
        await service.PublishAsync(Owner, Organisation, With("Tenir la comptabilité à distance", mission =>
        {
            mission["description"] = "Saisir les écritures des bénévoles chaque mois.";
            mission["tasks"] = new JsonArray("Saisir les écritures");
            (mission["domain"], mission["kind"], mission["remote"], mission["places"]) = ("gestion-finance-droit", "support", "full", 1);
            (mission["activities"], mission["audiences"], mission["skills"]) = (new JsonArray("comptabilite-finance"), new JsonArray("associations"), new JsonArray("M1203"));
            (mission["addresses"], mission["hours"], mission["hoursPerWeek"]) = (new JsonArray(), new JsonArray(), null);
            mission["shifts"] = new JsonArray(new JsonObject { ["startsAt"] = "2027-03-13T09:30:00+01:00", ["endsAt"] = "2027-03-13T11:30:00+01:00", ["places"] = 1 });
        }));
        await service.SearchUntilAsync($"organisation={Organisation}", found => (int)found["total"]! == 4);
    }

    private static JsonObject With(string title, Action<JsonObject> change)
    {
        var mission = Mission(title);
        change(mission);
        return mission;
    }
}
