using System.Collections.Concurrent;
using Benevolat.Index.Text;

namespace Benevolat.Index.Tests.Reference;

/// <summary>The engine's own French analysis, which defines what a word is. Remembered by text: corpora repeat theirs.</summary>
internal static class Analysis
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Word>> Known = new(StringComparer.Ordinal);
    private static readonly FrenchText French = new();
    private static readonly Lock Turn = new();

    public static IReadOnlyList<Word> Read(string text) => Known.GetOrAdd(text, ReadNow);

    private static IReadOnlyList<Word> ReadNow(string text)
    {
        lock (Turn) { return [.. French.Read(text)]; }
    }
}
