using System.Text;
using Benevolat.Index.Search;

namespace Benevolat.Index.Tests.Properties;

public enum StepKind { Build, Apply, Merge }

/// <summary>Something that happens to an index. A Build starts anew with the documents among its changes.</summary>
public sealed record Step(StepKind Kind, IReadOnlyList<MissionChange> Changes)
{
    public IEnumerable<MissionDocument> Documents =>
        Changes.Select(change => change.Document).OfType<MissionDocument>().DistinctBy(document => document.Id);
}

/// <summary>A life of an index, and what is asked after each step.</summary>
/// <param name="Synonyms">The built-in list when null.</param>
public sealed record Scenario(IReadOnlyList<Step> Steps, IReadOnlyList<MissionQuery> Queries, string? Synonyms)
{
    public override string ToString()
    {
        var text = new StringBuilder("\n");
        if (Synonyms is not null) { text.Append("synonyms ").Append(Synonyms.Replace("\n", " | ", StringComparison.Ordinal)).Append('\n'); }
        foreach (var step in Steps)
        {
            text.Append(step.Kind).Append('\n');
            foreach (var (id, document) in step.Changes)
            {
                text.Append("  ").Append(document is null ? $"delete {id}" : Show.Document(document)).Append('\n');
            }
        }

        foreach (var query in Queries) { text.Append("ask ").Append(Show.Query(query)).Append('\n'); }
        return text.ToString();
    }
}
