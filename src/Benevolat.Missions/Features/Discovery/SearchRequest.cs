using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>The search as it stands in the address. Filters that repeat mean "any of".</summary>
public sealed record SearchRequest(
    [property: FromQuery(Name = "q"), Description("Words in French; accents, plurals, order and small typing errors don't matter; \"quotes\" make a phrase.")] string? Q,
    [property: FromQuery(Name = "near"), Description("`latitude,longitude` of where one is; adds distances.")] string? Near,
    [property: FromQuery(Name = "radiusKm"), Description("Keeps missions with an address within this many kilometres of `near`.")] double? RadiusKm,
    [property: FromQuery(Name = "bbox"), Description("`west,south,east,north`: keeps missions with an address inside.")] string? Bbox,
    [property: FromQuery(Name = "department"), Description("For example `69` or `2A`.")] string[]? Department,
    [property: FromQuery(Name = "domain")] string[]? Domain,
    [property: FromQuery(Name = "kind")] string[]? Kind,
    [property: FromQuery(Name = "remote")] string[]? Remote,
    [property: FromQuery(Name = "activity")] string[]? Activity,
    [property: FromQuery(Name = "audience")] string[]? Audience,
    [property: FromQuery(Name = "skill")] string[]? Skill,
    [property: FromQuery(Name = "from"), Description("Keeps missions that have days from this date on.")] DateOnly? From,
    [property: FromQuery(Name = "to"), Description("Keeps missions that have days up to this date.")] DateOnly? To,
    [property: FromQuery(Name = "hours"),
        Description("`mon-14,mon-15`: keeps missions with one of these hours, and those whose hours are free.")] string[]? Hours,
    [property: FromQuery(Name = "maxHoursPerWeek"), Description("Drops missions that state more.")] decimal? MaxHoursPerWeek,
    [property: FromQuery(Name = "openToMinors"), Description("`true` keeps what is open from 16 on.")] bool? OpenToMinors,
    [property: FromQuery(Name = "reducedMobility"), Description("`true` keeps what is accessible.")] bool? ReducedMobility,
    [property: FromQuery(Name = "groupOf"), Description("Keeps missions with that many places left.")] int? GroupOf,
    [property: FromQuery(Name = "organisation")] Guid[]? Organisation,
    [property: FromQuery(Name = "network"), Description("The network's client id.")] string[]? Network,
    [property: FromQuery(Name = "sort"),
        Description("relevance, distance, date or newest. When absent: relevance with `q`, else distance with `near`, else newest.")] string? Sort,
    [property: FromQuery(Name = "limit"), Description("1 to 100; 20 when absent.")] int? Limit,
    [property: FromQuery(Name = "cursor"), Description("`next` of the page before, with the same filters.")] string? Cursor,
    [property: FromQuery(Name = "explain"), Description("`true` adds how the words were understood and what each result scored.")] bool? Explain);
