using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Places;
using Benevolat.Missions.Features.Places.Lookup;

namespace Benevolat.Missions.Tests.Domain;

public sealed class Places_are_found_as_typed
{
    private readonly Gazetteer _builtIn = new();

    private readonly PlaceIndex _small = Index(
        new("01004", "Ambérieu-en-Bugey", ["01500"], 5.37, 45.96, 15934), new("51300", "Bignicourt-sur-Marne", ["51300"], 4.6, 48.7, 300),
        new("69264", "Villefranche-sur-Saône", ["69400"], 4.71, 45.98, 36000), new("94033", "Fontenay-sous-Bois", ["94120"], 2.47, 48.85, 52000),
        new("02360", "Œuilly", ["02160"], 3.68, 49.35, 300), new("59009", "Villeneuve-d'Ascq", ["59491", "59493", "59650"], 3.13, 50.63, 62000),
        new("69202", "Sainte-Foy-lès-Lyon", ["69110"], 4.79, 45.73, 22000), new("85214", "Sainte-Foy", ["85150"], -1.68, 46.55, 2300),
        new("71445", "Sainte-Foy", ["71110"], 4.1, 46.27, 100), new("69123", "Lyon", ["69001", "69002", "69003"], 4.83, 45.75, 519127),
        new("69383", "Lyon 3e Arrondissement", ["69003"], 4.86, 45.75, 100679), new("69388", "Lyon 8e Arrondissement", ["69008"], 4.86, 45.73, 85943),
        new("97411", "Saint-Denis", ["97400", "97490"], 55.45, -20.88, 153000), new("93066", "Saint-Denis", ["93200", "93210"], 2.36, 48.93, 149000),
        new("95256", "Frémainville", ["95450"], 1.87, 49.06, 500), new("2A004", "Ajaccio", ["20000", "20090"], 8.73, 41.92, 73000),
        new("94080", "Vincennes", ["94300"], 2.43, 48.84, 48000), new("69266", "Villeurbanne", ["69100"], 4.88, 45.76, 163000),
        new("74010", "Annecy", ["74000", "74940"], 6.12, 45.9, 131000), new("67482", "Strasbourg", ["67000"], 7.75, 48.57, 291000));

    [Theory]
    [InlineData("St-Étienne", "saint etienne")]
    [InlineData("  Ste  Foy ", "sainte foy")]
    [InlineData("Œuilly", "oeuilly")]
    [InlineData("L'Haÿ-les-Roses", "l hay les roses")]
    [InlineData("L’Haÿ", "l hay")]
    public void Names_of_places_forgive(string typed, string words) => Assert.Equal(words, string.Join(' ', PlaceName.Words(typed)));

    [Theory]
    [InlineData("villefranche sur saone", "69264")]
    [InlineData("Villefranche s/ Saône", "69264")]
    [InlineData("villefranche s/saone", "69264")]
    [InlineData("fontenay s/ bois", "94033")]
    [InlineData("saône villefranche", "69264")]
    [InlineData("bois fontenay sous", "94033")]
    [InlineData("oeuilly", "02360")]
    [InlineData("ŒUILLY", "02360")]
    [InlineData("villeneuve d'ascq", "59009")]
    [InlineData("villeneuve dascq", "59009")]
    [InlineData("villeneuve ascq", "59009")]
    [InlineData("villeneuvedascq", "59009")]
    [InlineData("amberieu", "01004")]
    [InlineData("ambé bug", "01004")]
    [InlineData("st denis 93", "93066")]
    [InlineData("Saint-Denis (974)", "97411")]
    [InlineData("saint denis 93200", "93066")]
    [InlineData("ajaccio 2a", "2A004")]
    [InlineData("9449", null)]
    [InlineData("59650", "59009")]
    [InlineData("596", "59009")]
    public void Accents_hyphens_order_and_the_usual_abbreviations_are_forgiven(string typed, string? code) =>
        Assert.Equal(code, First(_small.Search(typed, 10)));

    [Fact]
    public void Exact_names_come_first_then_the_most_populous()
    {
        Assert.Equal(["85214", "71445", "69202"], Codes("sainte-foy"));
        Assert.Equal(["85214", "71445", "69202"], Codes("Ste Foy"));
        Assert.Equal(["97411", "93066"], Codes("st denis"));
        Assert.Equal(["69123", "69202"], Codes("lyon"));
        Assert.Equal(["67482", "97411", "93066", "69202", "85214", "71445"], Codes("st"));
        Assert.Equal(["69202", "85214", "71445"], Codes("sainte f"));
        Assert.Equal(["67482"], _small.Search("st", 1).Select(place => place.Code));
        Assert.True(_builtIn.Search("s", 20).Zip(_builtIn.Search("s", 20).Skip(1)).All(pair => pair.First.Population >= pair.Second.Population));
    }

    [Theory]
    [InlineData("Vileurbanne", "69266")]
    [InlineData("vilelurbanne", "69266")]
    [InlineData("villeurrbanne", "69266")]
    [InlineData("villuerb", "69266")]
    [InlineData("cilleurbanne", "69266")]
    [InlineData("vilefranche saone", "69264")]
    [InlineData("sainte denis", "97411")]
    [InlineData("strabourg", "67482")]
    [InlineData("vincenne", "94080")]
    [InlineData("vincenness", "94080")]
    [InlineData("vilurbanne", null)]
    [InlineData("vileurbanne saone", null)]
    [InlineData("lyin", "69123")]
    [InlineData("lyo", "69123")]
    [InlineData("lyi", null)]
    [InlineData("69101", null)]
    [InlineData("xyzzy", null)]
    [InlineData("-'", null)]
    public void One_typo_is_forgiven_where_nothing_else_fits(string typed, string? code) =>
        Assert.Equal(code, First(_small.Search(typed, 10)));

    [Theory]
    [InlineData("Paris", "75056")]
    [InlineData("Paris 11", "75111")]
    [InlineData("paris 11e", "75111")]
    [InlineData("PARIS 11EME", "75111")]
    [InlineData("11e arrondissement de Paris", "75111")]
    [InlineData("Paris 1", "75101")]
    [InlineData("Paris 1er", "75101")]
    [InlineData("Paris 01", "75101")]
    [InlineData("75011", "75111")]
    [InlineData("75116", "75116")]
    [InlineData("75011 Paris", "75111")]
    [InlineData("75000", "75056")]
    [InlineData("750", "75056")]
    [InlineData("Lyon 3e", "69383")]
    [InlineData("lyon 8ème arr.", "69388")]
    [InlineData("69008", "69388")]
    [InlineData("Lyon 69", "69123")]
    [InlineData("Marseille 13e", "13213")]
    [InlineData("marseille 16", "13216")]
    [InlineData("13 marseille", "13213")]
    [InlineData("paris 75", "75056")]
    [InlineData("Marseille (13)", "13213")]
    public void Arrondissements_answer_to_number_and_postcode(string typed, string code) =>
        Assert.Equal(code, First(_builtIn.Search(typed, 10)));

    [Fact]
    public void Whoever_types_a_city_isnt_given_its_arrondissements_and_a_postcode_of_one_isnt_the_whole_city()
    {
        Assert.DoesNotContain(_builtIn.Search("paris", 20), place => Communes.CityOf(place.Code) is not null);
        Assert.Equal(["75111"], _builtIn.Search("75011", 20).Select(place => place.Code));
        Assert.Equal(45, BuiltInPlaces.All.Count(facts => Communes.CityOf(facts.Code) is not null));
        Assert.All(BuiltInPlaces.All, facts =>
        {
            Assert.Equal(facts.Code, _builtIn.Search(facts.Name is "Paris" or "Lyon" or "Marseille" ? facts.Name : $"{facts.Name} {facts.Postcodes[0]}", 1)[0].Code);
            Assert.Equal(facts.Name, _builtIn.Find(facts.Code)!.Name);
        });
    }

    [Theory]
    [InlineData("69100", "Villeurbanne", "69266")]
    [InlineData("69100", "VILLEURBANNE CEDEX", "69266")]
    [InlineData("69628", "Villeurbanne Cedex", "69266")]
    [InlineData("69003", "Lyon", "69383")]
    [InlineData("69000", "LYON", "69123")]
    [InlineData("69405", "LYON CEDEX 03", "69123")]
    [InlineData("69008", "Lyon 8e", "69388")]
    [InlineData("71110", "Sainte Foy", "71445")]
    [InlineData("85150", "Ste-Foy", "85214")]
    [InlineData("97490", "Saint-Denis", "97411")]
    [InlineData("20000", "Ajaccio", "2A004")]
    [InlineData("20700", "AJACCIO CEDEX", "2A004")]
    [InlineData("69100", "Lyon", "69123")]
    [InlineData("13001", "Villeurbanne", null)]
    [InlineData("69100", "Ville", null)]
    [InlineData("69100", "", null)]
    [InlineData("69100", "Cedex 3", null)]
    public void An_address_names_its_commune_by_postcode_and_city(string postcode, string city, string? code) => Assert.Equal(code, _small.Find(postcode, city)?.Code);

    private static string? First(IReadOnlyList<Place> places) => places.Count > 0 ? places[0].Code : null;

    private IEnumerable<string> Codes(string typed) => _small.Search(typed, 20).Select(place => place.Code);

    private static PlaceIndex Index(params CommuneFacts[] communes) => new([.. communes.Select(facts => Commune.Of(facts, 2026))]);
}
