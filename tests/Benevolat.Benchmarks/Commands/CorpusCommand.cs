using System.CommandLine;
using Benevolat.Benchmarks.Corpus;
using Benevolat.Index.Search;

namespace Benevolat.Benchmarks.Commands;

/// <summary>Shows what the engines are fed with, for whoever doubts that it is like the real thing.</summary>
internal static class CorpusCommand
{
    public static Command Create()
    {
        var size = new Option<int>("--size") { Description = "How many missions to look at", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<ulong>("--seed") { Description = "The same seed makes the same missions", DefaultValueFactory = _ => 2026 };
        var communes = new Option<FileInfo?>("--communes") { Description = "The official list of communes, as geo.api.gouv.fr gives it" };
        var command = new Command("corpus", "Describes the made-up missions and searches.") { size, seed, communes };
        command.SetAction(result => Describe(result.GetValue(size), result.GetValue(seed), Communes.Load(result.GetValue(communes)?.FullName)));
        return command;
    }

    private static void Describe(int size, ulong seed, Communes communes)
    {
        var vocabulary = new Vocabulary(seed);
        var corpus = new MissionCorpus(seed, size, vocabulary, communes);
        foreach (var mission in corpus.Missions().Take(3)) { Console.WriteLine($"{mission.Title}\n  {mission.OrganisationName}, {Where(mission)}\n  {mission.Description}\n"); }
        foreach (var question in new Questions(corpus, vocabulary, communes).Make(12, size)) { Console.WriteLine($"? {question.Text}  {Filters(question)}"); }
        var lengths = corpus.Missions().Select(mission => mission.Description.Split(' ').Length).ToList();
        var words = corpus.Missions().SelectMany(mission => mission.Description.ToLowerInvariant().Split([' ', '.', '\'', ','], StringSplitOptions.RemoveEmptyEntries))
            .CountBy(word => word).OrderByDescending(word => word.Value).ToList();
        Console.WriteLine($"\nDescriptions of {lengths.Average():N0} words ({lengths.Min()} to {lengths.Max()}); {words.Count:N0} different words.");
        Console.WriteLine($"Function words: {words.Where(word => vocabulary.IsFunctionWord(word.Key)).Sum(word => (long)word.Value) / (double)words.Sum(word => (long)word.Value):P0}.");
        Console.WriteLine($"Commonest: {string.Join(' ', words.Where(word => !vocabulary.IsFunctionWord(word.Key)).Take(30).Select(word => $"{word.Key} ({word.Value / (double)size:P0})"))}.");
        Console.WriteLine($"Organisations: {corpus.Missions().Select(mission => mission.OrganisationId).Distinct().Count():N0}; "
            + $"several addresses: {corpus.Missions().Count(mission => mission.Places.Count > 1) / (double)size:P1}; wholly from home: {corpus.Missions().Count(mission => mission.Remote == "full") / (double)size:P1}; "
            + $"departments: {corpus.Missions().SelectMany(mission => mission.Places).Select(place => place.Department).Distinct().Count()}.");
    }

    private static string Where(MissionDocument mission) => string.Join(" · ", mission.Places.Select(place => $"{place.Postcode} {place.Commune}"));

    private static string Filters(MissionQuery question) =>
        $"{string.Join('|', question.Domains)} {string.Join('|', question.Kinds)} {(question.OpenToMinors ? "from 16 on" : "")}".Trim();
}
