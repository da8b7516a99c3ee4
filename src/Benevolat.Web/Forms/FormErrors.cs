using Benevolat.Web.Api;

namespace Benevolat.Web.Forms;

/// <summary>What is to be corrected in a form: sentences at fields, and those that concern the whole.</summary>
public sealed class FormErrors
{
    private readonly List<(string Field, string Sentence)> atFields = [];
    private readonly List<string> overall = [];

    public bool Any => atFields.Count + overall.Count > 0;

    public IReadOnlyList<(string Field, string Sentence)> AtFields => atFields;

    public IReadOnlyList<string> Overall => overall;

    public void Add(string field, string sentence) => atFields.Add((field, sentence));

    public void Add(string sentence) => overall.Add(sentence);

    /// <summary>Takes over a service's problem. Its fields are JSON paths; <paramref name="fieldOf"/> says where the form asks for them.</summary>
    internal void Add(ApiException problem, string fallback, Func<string, string>? fieldOf = null)
    {
        foreach (var (path, sentences) in problem.Errors)
        {
            var field = FieldName(path);
            foreach (var sentence in sentences) { Add(fieldOf?.Invoke(field) ?? field, sentence); }
        }

        if (problem.Errors.Count == 0) { Add(problem.Sentence is { Length: > 0 } ? problem.Sentence : fallback); }
    }

    public IEnumerable<string> For(string field) => atFields.Where(error => error.Field == field).Select(error => error.Sentence);

    /// <summary>The element's id for a field's name.</summary>
    public static string IdOf(string field) => $"champ-{field.Replace('.', '-').Replace("[", "-", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)}";

    /// <summary><c>$.Address.Commune</c> and <c>address.commune</c> are one field.</summary>
    private static string FieldName(string path) => string.Join('.', path.Replace("$.", "", StringComparison.Ordinal).Split('.')
        .Select(part => part.Length > 0 ? $"{char.ToLowerInvariant(part[0])}{part[1..]}" : part));
}
