using Benevolat.Index.Search;
using Benevolat.Index.Tests.Properties;
using Benevolat.Index.Tests.Reference;

namespace Benevolat.Index.Tests;

/// <summary>The engine and the reference side by side. Whatever is asked is asked of both, and must be answered alike.</summary>
internal sealed class Both
{
    public Both(params MissionDocument[] missions)
        : this(synonyms: null) => Build(missions);

    /// <param name="synonyms">The built-in list when null.</param>
    public Both(string? synonyms)
    {
        Engine = new(synonyms);
        Reference = new(synonyms);
    }

    public MissionIndex Engine { get; }

    public ReferenceIndex Reference { get; }

    public static Both Of(IEnumerable<MissionDocument> missions) => new([.. missions]);

    public void Build(IReadOnlyCollection<MissionDocument> missions)
    {
        Engine.Build(missions);
        Reference.Build(missions);
    }

    public void Apply(params IReadOnlyList<MissionChange> changes)
    {
        Engine.Apply(changes);
        Reference.Apply(changes);
    }

    public void Put(params MissionDocument[] missions) => Apply([.. missions.Select(mission => new MissionChange(mission.Id, mission))]);

    public void Remove(params int[] numbers) => Apply([.. numbers.Select(number => new MissionChange(Missions.Id(number), null))]);

    public void Merge()
    {
        Engine.Merge();
        Reference.Merge();
    }

    public void Take(Step step)
    {
        switch (step.Kind)
        {
            case StepKind.Build: Build([.. step.Documents]); break;
            case StepKind.Apply: Apply(step.Changes); break;
            default: Merge(); break;
        }
    }

    public MissionHits Find(MissionQuery query) => Same.Find(Reference.Current, Engine.Current, query);

    public MissionHits Find(string text) => Find(Missions.Asked(text));

    public IReadOnlyList<MissionHit> FindSimilar(int number, int limit = 10) =>
        Same.FindSimilar(Reference.Current, Engine.Current, Missions.Id(number), limit);

    public MissionMap Map(MissionQuery query) => Same.Map(Reference.Current, Engine.Current, query);
}
