using Benevolat.Index.Search;
using Benevolat.Index.Text;

namespace Benevolat.Index.Tests.Reference;

/// <summary>A mission with its words, field by field: title, organisation, commune, activities, description.</summary>
internal sealed class ReadDocument
{
    private const int Title = 0;
    private const int Description = 4;

    private readonly Dictionary<string, int[]> _frequencies = new(StringComparer.Ordinal);

    public ReadDocument(MissionDocument mission)
    {
        Mission = mission;
        Fields =
        [
            Analysis.Read(mission.Title),
            Analysis.Read(mission.OrganisationName),
            Analysis.Read(string.Join(' ', mission.Places.Select(place => $"{place.Commune} {place.Postcode}").Distinct())),
            Analysis.Read(string.Join(' ', mission.Activities.Concat(mission.Audiences).Concat(mission.Skills)).Replace('-', ' ')),
            Analysis.Read(mission.Description),
        ];
        for (var field = 0; field < Fields.Length; field++)
        {
            foreach (var word in Fields[field])
            {
                if (!_frequencies.TryGetValue(word.Stem, out var counts)) { _frequencies[word.Stem] = counts = new int[Fields.Length]; }
                counts[field]++;
            }
        }
    }

    public MissionDocument Mission { get; }

    public IReadOnlyList<Word>[] Fields { get; }

    public IReadOnlyCollection<string> Stems => _frequencies.Keys;

    public IEnumerable<Word> DistinctWords => Fields.SelectMany(words => words).Distinct();

    public IEnumerable<string> StemsOfTitleAndDescription => Fields[Title].Concat(Fields[Description]).Select(word => word.Stem).Distinct();

    public bool Has(string stem) => _frequencies.ContainsKey(stem);

    public int[] Frequencies(string stem) => _frequencies[stem];

    /// <summary>Whether the stems follow each other in the title or in the description.</summary>
    public bool Says(IReadOnlyList<string> phrase) => Contains(Fields[Title], phrase) || Contains(Fields[Description], phrase);

    private static bool Contains(IReadOnlyList<Word> words, IReadOnlyList<string> phrase)
    {
        for (var start = 0; start + phrase.Count <= words.Count; start++)
        {
            if (phrase.Select((stem, i) => words[start + i].Stem == stem).All(same => same)) { return true; }
        }

        return false;
    }
}
