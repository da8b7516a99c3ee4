using Benevolat.Benchmarks.Engines;
using Benevolat.Benchmarks.Engines.Lucene;
using Benevolat.Benchmarks.Engines.Postgres;

namespace Benevolat.Benchmarks.Searching;

/// <summary>The engines by the names that the command line knows.</summary>
internal static class SearchEngines
{
    public const string Index = "index";
    public const string Lucene = "lucene";
    public const string Geography = "postgres-geography";
    public const string Cells = "postgres-cells";

    public static readonly IReadOnlyList<string> Names = [Index, Geography, Cells, Lucene];

    public static bool NeedsPostgres(string name) => name is Geography or Cells;

    public static ISearchEngine Create(string name, PostgresTable? table, string folder) => name switch
    {
        Index => new OurIndex(),
        Lucene => new LuceneNet(Path.Combine(folder, "lucene")),
        Geography => new PostgresGeography(table!),
        Cells => new PostgresCells(table!),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
