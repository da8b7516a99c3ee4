namespace Benevolat.Matching.Domain;

/// <summary>
/// An organisation whose answers are to be counted again. Rows are only ever added beside an answer and taken away by the counting, so that
/// answering never waits for anybody who answers for the same organisation.
/// </summary>
public sealed class ReckoningDue
{
    public long Id { get; private set; }
    public Guid OrganisationId { get; private set; }

    public static ReckoningDue Of(Guid organisation) => new() { OrganisationId = organisation };
}
