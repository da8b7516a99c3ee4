namespace Benevolat.Matching.Domain;

/// <summary>How often an organisation's missions were proposed on one day, to anybody.</summary>
public sealed class ExposureDay
{
    public required Guid OrganisationId { get; init; }
    public required DateOnly Day { get; init; }
    public required long Shown { get; init; }

    /// <summary>Of these, among the first ten.</summary>
    public required long FirstPage { get; init; }
}
