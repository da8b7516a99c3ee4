using System.ComponentModel;
using System.Text.Json.Serialization;
using Benevolat.Contracts.Vocabulary;

namespace Benevolat.Missions.Features.Networks;

/// <summary>
/// One mission in the national exchange shape, with our additions (kind, hours, shifts, coordinates).
/// Fields that we don't know are skipped, since the format grows without us.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record NationalMission
{
    public string? Title { get; init; }

    [Description("Text or HTML; stored as text.")]
    public string? Description { get; init; }
    public string? ApplicationUrl { get; init; }
    public MissionDomain? Domain { get; init; }

    [Description("Slugs or French labels.")]
    public IReadOnlyList<string?>? Activities { get; init; }
    public IReadOnlyList<string?>? Tags { get; init; }
    public IReadOnlyList<string?>? Tasks { get; init; }
    public IReadOnlyList<string?>? Audience { get; init; }
    public IReadOnlyList<string?>? Requirements { get; init; }
    public IReadOnlyList<string?>? SoftSkills { get; init; }
    public IReadOnlyList<string?>? RomeSkills { get; init; }

    [Description("no, possible, full or local.")]
    public string? Remote { get; init; }

    [Description("When absent: one-off with shifts, else regular.")]
    public MissionKind? Kind { get; init; }

    [Description("Only `benevolat`.")]
    public string? Type { get; init; }

    [Description("Date or instant.")]
    public string? StartAt { get; init; }
    public string? EndAt { get; init; }
    public string? Schedule { get; init; }
    public IReadOnlyList<string?>? Hours { get; init; }
    public decimal? HoursPerWeek { get; init; }
    public IReadOnlyList<NationalShift?>? Shifts { get; init; }

    [Description("1 when absent.")]
    public int? Places { get; init; }
    public bool? OpenToMinors { get; init; }
    public bool? ReducedMobilityAccessible { get; init; }
    public bool? CloseToTransport { get; init; }
    public bool? ExpensesRefunded { get; init; }
    public IReadOnlyList<NationalAddress?>? Addresses { get; init; }
    public string? OrganizationClientId { get; init; }
    public string? OrganizationName { get; init; }
    public string? OrganizationDescription { get; init; }
    public string? OrganizationUrl { get; init; }
    public string? OrganizationRNA { get; init; }
    public string? OrganizationSiren { get; init; }
    public string? OrganizationSiret { get; init; }
    public string? OrganizationPostCode { get; init; }
    public string? OrganizationCity { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record NationalShift(DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, int? Places);

/// <param name="InseeCode">May be absent where <c>/places</c> knows a commune of this postcode and name.</param>
/// <param name="Location">May be absent where <c>/places</c> knows the commune.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record NationalAddress(string? Street, string? PostalCode, string? City, string? InseeCode, NationalLocation? Location);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record NationalLocation(double? Lat, double? Lon);
