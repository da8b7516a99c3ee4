using Benevolat.Index.Search;

namespace Benevolat.Benchmarks.Corpus;

/// <summary>
/// What happens to missions as time goes on, change after change: places are taken, dates move, some texts are rewritten, and as many
/// missions close as new ones appear.
/// </summary>
internal sealed class MissionChanges(MissionCorpus corpus)
{
    private const double Closed = 0.03;
    private const double New = 0.03;

    private readonly Randomness _random = new(corpus.Seed + 4, corpus.Count);
    private int _revision;
    private int _beyond = corpus.Count;

    public List<MissionChange> Next(int many) => [.. Enumerable.Range(0, many).Select(_ => Next())];

    private MissionChange Next()
    {
        _revision++;
        var what = _random.NextDouble();
        if (what < New)
        {
            var added = corpus.Mission(_beyond++, _revision);
            return new(added.Id, added);
        }

        var mission = corpus.Mission(_random.Below(corpus.Count), _revision);
        return what < New + Closed ? new(mission.Id, null) : new(mission.Id, mission);
    }
}
