using Benevolat.Index.Geography;
using Benevolat.Index.Search;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static Benevolat.Index.Tests.Missions;

namespace Benevolat.Index.Tests.Search;

/// <summary>What comes over the network is answered, whatever it is, and by the rules.</summary>
public sealed class Hostile_input_is_only_input
{
    private static readonly Both Some = new(
        Mission(1, "Maraude à vélo", "Aide aux devoirs, soutien scolaire et jardinage").In(Lyon),
        Mission(2, "Lecture", "Écoute des personnes âgées").In(Paris) with { Remote = "full" },
        Mission(3, "🙂 ‼ 日本語 العربية", "\u0000\u0001\u001b[31m \ud800 \udc00 \ufeff\u200b\u202e"));

    public static TheoryData<string> Questions =>
    [
        new string('a', 5000), new string('a', 300) + " maraude", Repeated("aide devoirs ", 385), Repeated("ab ", 1700),
        new string('"', 5000),
        string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"inconnu{i}")), Repeated("\"a ", 1666), Repeated("«maraude» ", 500),
        "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "'", "''''", "l'", "l'''l'l'", "-", "*", "?", "~", "a*", "\"", "«", "\"«",
        "maraude OR 1=1; DROP TABLE missions; --", "<script>alert(1)</script>", "../../etc/passwd", "%00", "\0", "\0maraude\0",
        "maraude\0vélo", "\u001b[2J\a\b\u007f",
        "🙂🙂🙂", "👩‍👩‍👧‍👦", "maraude🙂", "\ud800", "\udc00maraude\ud83d", "\u202emaraude", "\ufeffmaraude", "m\u200baraude",
        "e\u0301cole", "E\u0301COLE", "e" + new string('\u0301', 2000),
        "日本語", "العربية", "ﷺ", "ß", "İSTANBUL", "ﬀ ﬁ ŉ ǆ", "㈠", "１２３", "²³", "½", "Ⅷ", "\u2028\u2029\u0085", "\t\r\n",
        new string(' ', 5000), "1e309", "-1", "NaN", "null",
    ];

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    [Theory]
    [MemberData(nameof(Questions))]
    public void Whatever_is_asked(string question)
    {
        Some.Find(question);
        Some.Find(question + " ");
        Some.Find($"maraude \"{question}\" vélo");
        Some.Map(Asked(question));
    }

    [Property(MaxTest = 300)]
    public void Any_characters_at_all(string? question) => Some.Find(Asked(question));

    [Theory]
    [MemberData(nameof(Questions))]
    public void Whatever_stands_in_a_mission(string text)
    {
        var both = new Both(Mission(1, text, text).In(Lyon with { Commune = text, Postcode = text, Department = text }) with
        {
            OrganisationName = text,
            Domain = text,
            Kind = text,
            Remote = text,
            Network = text,
            Activities = [text, ""],
            Audiences = [text],
            Skills = [text],
        });
        both.Put(Mission(2, text, text));
        both.Merge();
        Assert.Equal(2, both.Find(Asked()).Total);
        both.Find(text);
        var query = Asked() with { Domains = [text], Kinds = [text], Networks = [text], Departments = [text], Activities = [text] };
        Assert.Equal(1, both.Find(query).Total);
        both.FindSimilar(1);
    }

    [Fact]
    public void Numbers_from_the_edges_of_their_types()
    {
        double[] numbers =
        [
            double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon,
            -0.0, 1e300, -500, 91,
        ];
        var engine = Some.Engine.Current;
        Prop.ForAll(Arb.From(Gen.Elements(numbers).ArrayOf(7)), n =>
        {
            var (near, box) = (new GeoPoint(n[0], n[1]), new GeoBox(n[3], n[4], n[5], n[6]));
            var query = Asked("maraude") with { Near = near, RadiusKm = n[2], Box = box };
            foreach (var sort in Enum.GetValues<MissionSort>())
            {
                engine.Find(query with { Sort = sort });
                engine.Find(query with { Sort = sort, Box = null, RadiusKm = null, After = new(n[2], Guid.Empty) });
                engine.Find(query with { Sort = sort, Near = null, Remotes = ["full"], Text = null });
                engine.Find(query with { Sort = sort, Box = null });
            }

            engine.Map(query, 3, 10);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(int.MaxValue)]
    public void Limits_and_zooms(int number)
    {
        var engine = Some.Engine.Current;
        engine.Find(Asked() with { Limit = number, GroupOf = number, WeekHours = [number] });
        engine.FindSimilar(Id(1), number, Today);
        engine.Map(Asked(), number, 1);
        engine.Map(Asked(), 5, number);
    }

    [Fact]
    public void Days_from_the_edges_of_the_calendar()
    {
        var both = new Both(
            Mission(1) with { StartsOn = DateOnly.MinValue, EndsOn = DateOnly.MaxValue },
            Mission(4) with { ShiftDays = [DateOnly.MinValue, DateOnly.MaxValue] },
            Mission(2) with { PublishedAt = DateTimeOffset.MinValue.AddDays(1) },
            Mission(3) with { PublishedAt = DateTimeOffset.MaxValue.AddDays(-1) });
        foreach (var sort in Enum.GetValues<MissionSort>())
        {
            both.Find(Asked() with { From = DateOnly.MinValue, To = DateOnly.MaxValue, Sort = sort });
            both.Find(Asked() with { From = DateOnly.MaxValue, Today = DateOnly.MaxValue, Sort = sort });
            both.Find(Asked() with { To = DateOnly.MinValue, Today = DateOnly.MinValue, Sort = sort });
        }
    }

    [Fact]
    public void Lists_of_thousands_of_values()
    {
        var values = Enumerable.Range(0, 5000).Select(i => $"x{i}").Append("solidarite").ToArray();
        Assert.Equal(3, Some.Find(Asked() with { Domains = values }).Total);
        Assert.Equal(0, Some.Find(Asked() with { Activities = values }).Total);
    }
}
