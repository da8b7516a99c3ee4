using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Benevolat.Benchmarks.Engines.Lucene;

/// <summary>French as our index reads it: elisions, stop words, accents folded, light stems.</summary>
internal sealed class FrenchWords : Analyzer
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    public IReadOnlyList<string> Stems(string text)
    {
        using var tokens = GetTokenStream("all", text);
        var stem = tokens.GetAttribute<ICharTermAttribute>();
        var stems = new List<string>();
        tokens.Reset();
        while (tokens.IncrementToken()) { stems.Add(stem.ToString()); }
        tokens.End();
        return stems;
    }

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(Version, reader);
        TokenStream stems = new LowerCaseFilter(Version, new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES));
        stems = new ASCIIFoldingFilter(new StopFilter(Version, stems, FrenchAnalyzer.DefaultStopSet));
        return new TokenStreamComponents(words, new FrenchLightStemFilter(stems));
    }
}
