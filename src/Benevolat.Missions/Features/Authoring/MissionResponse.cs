using System.ComponentModel;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Splitting;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Missions.Features.Authoring;

/// <summary>A mission as the API shows it: what was written, and where it stands.</summary>
public sealed record MissionResponse(
    Guid Id,
    MissionOrganisation Organisation,
    string Title,
    string Description,
    MissionDomain Domain,
    MissionKind Kind,
    RemoteWork Remote,
    IReadOnlyList<string> Activities,
    IReadOnlyList<string> Audiences,
    IReadOnlyList<string> Skills,
    int Places,
    int PlacesLeft,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    IReadOnlyList<string> Hours,
    decimal? HoursPerWeek,
    IReadOnlyList<ShiftResponse> Shifts,
    IReadOnlyList<AddressResponse> Addresses,
    bool OpenToMinors,
    bool ReducedMobility,
    bool CloseToTransport,
    bool ExpensesRefunded,
    Guid? WelcomerId,
    string? Welcome,
    MissionState State,
    string? StateReason,
    [property: Description("Of a refusal: which reason.")] string? StateDetail,
    [property: Description("What a moderator wrote about it; null for strangers.")] string? StateNote,
    DateTimeOffset? PublishedAt,
    [property: Description("The last day on which it is offered; a mission without an end is taken to be forgotten after a year without news.")] DateOnly? ExpiresOn,
    long Version,
    IReadOnlyList<string> Tasks,
    IReadOnlyList<string> Prerequisites,
    IReadOnlyList<string> SoftSkills,
    IReadOnlyList<string> Tags,
    string? Difficulty,
    string? ScheduleNote,
    string? ExpensesNote,
    string? Mandate,
    [property: Description("The mission that this one was split from.")] Guid? SplitFromId)
{
    [Description("Missions that take another part of the same whole, as far as the reader may see them; only where one mission is read.")]
    public IReadOnlyList<MissionComplement>? Complements { get; init; }

    /// <param name="withNote">Whether the reader is a member or a moderator.</param>
    internal static MissionResponse From(Mission mission, OrganisationState organisation, bool withNote = true) => new(
        mission.Id, new MissionOrganisation(mission.OrganisationId, mission.OrganisationName, organisation == OrganisationState.Verified),
        mission.Title, mission.Description, mission.Domain, mission.Kind, mission.Remote, mission.Activities, mission.Audiences, mission.Skills,
        mission.Places, mission.PlacesLeft, mission.StartsOn, mission.EndsOn, mission.Hours, mission.HoursPerWeek,
        [.. mission.Shifts.OrderBy(shift => shift.StartsAt).Select(shift => new ShiftResponse(shift.Id, shift.StartsAt, shift.EndsAt, shift.Places))],
        [.. mission.Addresses.OrderBy(address => address.Position).Select(address => new AddressResponse(
            address.Street, address.Commune, address.CommuneCode, address.Postcode, address.Department, [address.Longitude, address.Latitude]))],
        mission.OpenToMinors, mission.ReducedMobility, mission.CloseToTransport, mission.ExpensesRefunded, mission.WelcomerId, mission.Welcome,
        mission.State, mission.StateReason, mission.StateDetail, withNote ? mission.StateNote : null, mission.PublishedAt, mission.ExpiresOn, mission.Version,
        mission.Tasks, mission.Prerequisites, mission.SoftSkills, mission.Tags,
        mission.Difficulty, mission.ScheduleNote, mission.ExpensesNote, mission.Mandate, mission.SplitFromId);
}

/// <summary>Who offers the mission.</summary>
public sealed record MissionOrganisation(Guid Id, string Name, bool Verified);

public sealed record ShiftResponse(Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Places);

/// <param name="Coordinates">[longitude, latitude].</param>
public sealed record AddressResponse(string? Street, string Commune, string CommuneCode, string Postcode, string Department, IReadOnlyList<double> Coordinates);

/// <summary>Lists of missions.</summary>
internal static class MissionResponses
{
    public static async Task<List<MissionResponse>> ToResponsesAsync(this MissionsDb db, List<Mission> missions, CancellationToken stop)
    {
        var ids = missions.Select(mission => mission.OrganisationId).Distinct().ToList();
        var states = await db.Organisations.AsNoTracking()
            .Where(organisation => ids.Contains(organisation.Id))
            .Select(organisation => new { organisation.Id, organisation.State })
            .ToDictionaryAsync(row => row.Id, row => row.State, stop);
        return missions.ConvertAll(mission => MissionResponse.From(mission, states[mission.OrganisationId]));
    }
}
