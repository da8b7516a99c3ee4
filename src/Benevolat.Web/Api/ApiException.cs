namespace Benevolat.Web.Api;

/// <summary>A service's refusal (RFC 9457): what it says is written for people, in their language.</summary>
internal sealed class ApiException(int status, string code, string sentence, IReadOnlyDictionary<string, string[]> errors) : Exception($"{status} {code}")
{
    private static readonly Dictionary<string, string[]> None = [];

    public int Status { get; } = status;

    public string Code { get; } = code;

    public string Sentence { get; } = sentence;

    /// <summary>Field → sentences.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors;

    /// <summary>Associations that may be the one which somebody registers.</summary>
    public IReadOnlyList<Duplicate> Duplicates { get; init; } = [];

    /// <summary>What somebody else changed in the mission since it was read.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>Whether the person can do something about it in the form they sent.</summary>
    public bool IsForTheForm => Status is 400 or 409 or 412 or 413 or 422 or 428;

    public static ApiException NotFound() => new(404, "http.not-found", "", None);

    public static ApiException Bare(int status) => new(status, "", "", None);
}
