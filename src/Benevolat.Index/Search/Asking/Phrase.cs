using Benevolat.Index.Search.Segments;

namespace Benevolat.Index.Search.Asking;

/// <summary>Whether stems follow each other in a title or a description.</summary>
internal static class Phrase
{
    public static bool StandsIn(Segment segment, int placement, int[] stems)
    {
        var text = segment.TextOf(placement).Read();
        Span<int> window = stackalloc int[stems.Length];
        for (var field = Field.Title; field <= Field.Description; field++)
        {
            var length = text.Next();
            var counts = field is Field.Title or Field.Description;
            for (var word = 0; word < length; word++)
            {
                var stem = segment.Vocabulary.StemOf(text.Next());
                if (!counts) { continue; }

                window[1..].CopyTo(window);
                window[^1] = stem;
                if (word >= stems.Length - 1 && window.SequenceEqual(stems)) { return true; }
            }
        }

        return false;
    }
}
