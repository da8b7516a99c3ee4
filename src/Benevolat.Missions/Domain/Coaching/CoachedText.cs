namespace Benevolat.Missions.Domain.Coaching;

/// <summary>A text of a mission, taken apart once for all rules.</summary>
/// <param name="Field">As the API calls it.</param>
internal sealed class CoachedText(string field, string text)
{
    private List<TextWord>? _words;

    public string Field { get; } = field;
    public string Text { get; } = text;
    public IReadOnlyList<TextWord> Words => _words ??= FrenchWords.Of(Text);
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>As written, from one word to another.</summary>
    public string Slice(int first, int last) => Text[Words[first].Start..Words[last].End];
}
