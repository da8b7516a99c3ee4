using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Places.Lookup;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Tests.Domain;

public sealed class A_list_of_communes_is_taken_in
{
    private static readonly CommuneFacts Annecy = new("74010", "Annecy", ["74000"], 6.12, 45.9, 131_000);
    private static readonly CommuneFacts OldTown = new("74011", "Annecy-le-Vieux", ["74940"], 6.14, 45.92, 20_000);
    private static readonly CommuneFacts Seynod = new("74268", "Seynod", ["74600"], 6.09, 45.88, 20_500);

    [Fact]
    public void The_same_list_a_second_time_changes_nothing()
    {
        var first = Take([], List(Annecy, OldTown));
        Assert.Equal((2, 0, 0), (first.Created, first.Updated, first.Unchanged));
        var second = Take(first.Changed, List(Annecy with { Postcodes = [.. Annecy.Postcodes] }, OldTown));
        Assert.Equal((0, 0, 2, 0, 0), (second.Created, second.Updated, second.Unchanged, second.Merged, second.Retired));
        Assert.Empty(second.Changed);
    }

    [Fact]
    public void What_a_list_says_anew_is_updated()
    {
        var known = Take([], List(Annecy, OldTown)).Changed;
        var update = Take(known, List(Annecy with { Postcodes = ["74000", "74960"] }, OldTown with { Population = 21_000 }));
        Assert.Equal((0, 2, 0), (update.Created, update.Updated, update.Unchanged));
        Assert.Equal(["74000", "74960"], Of(update, "74010").Postcodes);
    }

    [Fact]
    public void A_merged_commune_keeps_its_name_and_points_to_its_successor()
    {
        var known = Take([], List(Annecy, OldTown, Seynod)).Changed;
        var merger = List(Annecy) with { Former = [new("74011", "74010"), new("74268", "74010")] };
        var update = Take(known, merger);
        Assert.Equal((2, 0, 1), (update.Merged, update.Retired, update.Unchanged));
        var old = Of(update, "74011");
        Assert.Equal(("Annecy-le-Vieux", "74010", false, 20_000), (old.Name, old.MergedInto, old.IsCurrent, old.Population));
        Assert.Empty(Take([.. update.Changed, .. known.Where(commune => commune.IsCurrent)], merger).Changed);
    }

    [Fact]
    public void A_merged_commune_that_was_never_known_comes_in_with_what_is_published()
    {
        var update = Take([], List(Annecy) with { Former = [new("74268", "74010", "Seynod", ["74600"]), new("74182", "74010")] });
        var seynod = Of(update, "74268");
        Assert.Equal(("Seynod", "74010", 6.12, "74"), (seynod.Name, seynod.MergedInto, seynod.Longitude, seynod.Department));
        Assert.Equal("Annecy", Of(update, "74182").Name);

        var later = Take(update.Changed, List(Annecy) with { Former = [new("74182", "74010", "Meythet"), new("74268", "74010", "Seynod")] });
        Assert.Equal((0, 1), (later.Merged, later.Updated));
        Assert.Equal("Meythet", Of(later, "74182").Name);
    }

    [Fact]
    public void Mergers_of_mergers_lead_to_the_commune_that_there_is()
    {
        var update = Take([], List(Annecy) with { Former = [new("74182", "74268"), new("74268", "74010")] });
        Assert.All(update.Changed.Where(commune => !commune.IsCurrent), commune => Assert.Equal("74010", commune.MergedInto));
        Assert.Equal(2, update.Merged);
    }

    [Fact]
    public void A_trail_that_ends_nowhere_or_runs_in_a_circle_is_named_and_stops_nothing()
    {
        var update = Take([], List(Annecy) with { Former = [new("97123", "97701"), new("74001", "74002"), new("74002", "74001"), new("74011", "74010"), new("12218", "12218")] });
        Assert.Equal(["97123 → 97701", "74001 → 74002", "74002 → 74001"], update.Unresolved);
        Assert.Equal(1, update.Merged);
    }

    [Fact]
    public void Who_stands_in_the_list_is_a_commune_whatever_history_says()
    {
        var merged = Take([], List(Annecy) with { Former = [new("74011", "74010", "Annecy-le-Vieux")] }).Changed;
        var update = Take(merged, List(Annecy, OldTown) with { Former = [new("74011", "74010"), new("74010", "74010")] });
        Assert.Equal((1, 1, 0), (update.Updated, update.Unchanged, update.Merged));
        Assert.Equal((true, null), (Of(update, "74011").IsCurrent, Of(update, "74011").MergedInto));
    }

    [Fact]
    public void What_a_complete_list_no_longer_has_is_retired_and_found_by_its_code_alone()
    {
        var known = Take([], List(Annecy, OldTown, Seynod)).Changed;
        Assert.Empty(Take(known, List(Annecy) with { IsPartial = true }).Changed);
        var update = Take(known, List(Annecy, Seynod));
        Assert.Equal(1, update.Retired);
        var index = new PlaceIndex([.. known]);
        Assert.Equal((true, null), (index.Find("74011")!.Former, index.Find("74011")!.MergedInto));
        Assert.Equal(["74010"], index.Search("annecy", 10).Select(place => place.Code));
        Assert.Empty(index.Search("annecy le vieux", 10));
    }

    [Fact]
    public void A_list_that_lacks_too_much_is_taken_for_a_broken_one()
    {
        var many = Enumerable.Range(1, 500).Select(number => new CommuneFacts($"01{number:000}", $"Ville {number}", ["01000"], 5, 46, number)).ToArray();
        var known = Take([], List(many)).Changed;
        Assert.Equal(25, Take([.. known], List(many[25..])).Retired);
        known = Take([], List(many)).Changed;
        var refusal = Assert.Throws<RuleBrokenException>(() => Take(known, List(many[26..])));
        Assert.Equal(("places.incomplete", 26, 500, "01001"), (refusal.Code, refusal.Facts["missing"], refusal.Facts["known"], refusal.Facts["first"]));
        Assert.Equal("places.incomplete", Assert.Throws<RuleBrokenException>(() => Take(known, new CommuneList(2026, false, [], [new("74011", "01001")]))).Code);
        Assert.Equal("places.empty", Assert.Throws<RuleBrokenException>(() => Take(known, List() with { IsPartial = true })).Code);
    }

    [Fact]
    public void A_code_that_stands_twice_is_named()
    {
        var refusal = Assert.Throws<RuleBrokenException>(() => Take([], List(Annecy, Seynod, Annecy)));
        Assert.Equal(("places.twice", "74010"), (refusal.Code, refusal.Facts["code"]));
    }

    [Fact]
    public void Built_in_towns_are_kept_up_to_date_until_a_list_speaks_of_them()
    {
        var seeded = Seed([], Annecy).Changed;
        Assert.Empty(Seed(seeded, Annecy).Changed);
        Assert.Equal(132_000, Of(Seed(seeded, Annecy with { Population = 132_000 }), "74010").Population);

        Take(seeded, List(Annecy));
        Assert.Empty(Seed(seeded, Annecy with { Population = 1 }).Changed);
        Take(seeded, List(OldTown) with { Former = [new("74010", "74011")] });
        Assert.Empty(Seed(seeded, Annecy).Changed);
    }

    [Fact]
    public void Arrondissements_stay_though_the_list_has_only_their_city()
    {
        var paris = new CommuneFacts("75056", "Paris", ["75011"], 2.34, 48.85, 2_000_000);
        var seeded = Seed([], paris, new("75111", "Paris 11e Arrondissement", ["75011"], 2.38, 48.86, 138_000)).Changed;
        Assert.Equal("75056", seeded.Single(commune => commune.Code == "75111").Parent);
        Assert.Equal(0, Take(seeded, List(paris)).Retired);
    }

    [Fact]
    public void Former_communes_stand_after_all_others_and_name_their_successor()
    {
        var update = Take([], List(Annecy, new("01001", "Seynod-sur-Ain", [], 5, 46, 3)) with { Former = [new("74268", "74010", "Seynod", ["74600"], 6.09, 45.88, 20_500)] });
        var index = new PlaceIndex(update.Changed);
        Assert.Equal(["01001", "74268"], index.Search("seyn", 10).Select(place => place.Code));
        var seynod = Assert.Single(index.Search("74600", 10));
        Assert.Equal(("Seynod", new("74010", "Annecy"), true), (seynod.Name, seynod.MergedInto, seynod.Former));
        Assert.Equal("74010", index.Find("74600", "Seynod")!.PresentCode);
    }

    private static CommuneList List(params CommuneFacts[] communes) => new(2026, IsPartial: false, communes, []);

    private static GazetteerUpdate Take(IEnumerable<Commune> known, CommuneList list)
    {
        var update = new GazetteerUpdate(known);
        update.Take(list);
        return update;
    }

    private static GazetteerUpdate Seed(IEnumerable<Commune> known, params CommuneFacts[] builtIn)
    {
        var update = new GazetteerUpdate(known);
        update.Seed(builtIn);
        return update;
    }

    private static Commune Of(GazetteerUpdate update, string code) => update.Changed.Single(commune => commune.Code == code);
}
