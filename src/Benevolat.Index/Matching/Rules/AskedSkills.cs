namespace Benevolat.Index.Matching.Rules;

/// <summary>Numbers for the skills of whoever asks: those of the book, and numbers beyond all for what nobody there has.</summary>
internal sealed class AskedSkills(SkillBook book)
{
    private List<(string Folded, string Name)>? _unknown;

    public int CodeOf(string skill)
    {
        if (book.Find(skill) is >= 0 and var code) { return code; }

        var folded = SkillBook.Fold(skill);
        var known = (_unknown ??= []).FindIndex(unknown => unknown.Folded == folded);
        if (known < 0)
        {
            known = _unknown.Count;
            _unknown.Add((folded, skill.Trim()));
        }

        return SkillBook.FirstUnknown + known;
    }

    public string NameOf(int code) => code >= SkillBook.FirstUnknown ? _unknown![code - SkillBook.FirstUnknown].Name : book.NameOf(code);
}
