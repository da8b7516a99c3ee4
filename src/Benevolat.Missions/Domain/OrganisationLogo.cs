namespace Benevolat.Missions.Domain;

/// <summary>An organisation's logo, as we drew it again: a PNG without anything beside its pixels.</summary>
public sealed class OrganisationLogo
{
    public required Guid OrganisationId { get; init; }

    /// <summary>Names this content.</summary>
    public required string Tag { get; set; }
    public required byte[] Content { get; set; }
    public required DateTimeOffset StoredAt { get; set; }
}
