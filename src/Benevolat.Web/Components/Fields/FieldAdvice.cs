using Benevolat.Web.Api;

namespace Benevolat.Web.Components.Fields;

/// <summary>What the coach says, for each field to show beside itself. It never keeps a draft from being saved.</summary>
public sealed class FieldAdvice(IReadOnlyList<CoachingFinding> findings)
{
    public IEnumerable<CoachingFinding> For(string field) => findings.Where(finding => finding.Field == field);

    public bool Blocks(string field) => For(field).Any(finding => finding.IsBlocking);

    /// <summary>The id of the notes beside the element with this id.</summary>
    public static string IdOf(string element) => $"{element}-conseil";
}
