using Npgsql;

namespace Benevolat.Missions.Features.Discovery;

/// <summary>A query as two statements, the page and the counts, with their parameters. Everything a caller says is a parameter.</summary>
internal sealed partial class SearchSql
{
    /// <summary>PostGIS measures on a sphere here, which is what "great circle" means, and four times faster than on the ellipsoid.</summary>
    private const string Metres = "ST_Distance(a.location, @here, false)";
    private const string Here = "ST_SetSRID(ST_MakePoint(@lon, @lat), 4326)::geography";
    private const string Words = "websearch_to_tsquery('benevolat_french', @text)";

    private readonly List<string> _mission = ["m.state = 'published'"];
    private readonly List<string> _address = [];
    private readonly List<(string Name, object Value)> _parameters = [];

    public SearchSql(SearchQuery query)
    {
        Texts(query);
        Lists(query);
        Times(query);
        Flags(query);
        Places(query);

        var fits = string.Concat(_address.Select(condition => $" AND {condition}"));
        if (_address.Count > 0) { _mission.Add($"m.id IN (SELECT a.mission_id FROM mission_addresses a WHERE {fits[5..]})"); }
        Page = ComposePage(query, fits).Replace("@here", Here, StringComparison.Ordinal);
        Facets = ComposeFacets().Replace("@here", Here, StringComparison.Ordinal);
    }

    /// <summary>One page in order; needs <c>after_id</c>, <c>after_key</c> and <c>take</c> besides.</summary>
    public string Page { get; }

    /// <summary>Name, value and count, over everything that fits.</summary>
    public string Facets { get; }

    public void AddParameters(NpgsqlBatchCommand command)
    {
        foreach (var (name, value) in _parameters) { command.Parameters.AddWithValue(name, value); }
    }

    private void Texts(SearchQuery query)
    {
        if (query.Text is null) { return; }

        // A question of stop words only ("de la") asks for nothing in particular and keeps everything.
        Where($"(numnode({Words}) = 0 OR m.search @@ {Words})", ("text", query.Text));
    }

    private void Lists(SearchQuery query)
    {
        AnyOf("m.domain = ANY(@domains)", "domains", query.Domains);
        AnyOf("m.kind = ANY(@kinds)", "kinds", query.Kinds);
        AnyOf("m.remote = ANY(@remotes)", "remotes", query.Remotes);
        AnyOf("m.activities && @activities", "activities", query.Activities);
        AnyOf("m.audiences && @audiences", "audiences", query.Audiences);
        AnyOf("m.skills && @skills", "skills", query.Skills);
        AnyOf("m.organisation_id = ANY(@organisations)", "organisations", query.Organisations);
        AnyOf("m.network_id IN (SELECT n.id FROM networks n WHERE n.client_id = ANY(@networks))", "networks", query.Networks);
        AnyOf("(cardinality(m.week_hours) = 0 OR m.week_hours && @hours)", "hours", query.Hours);
    }

    private void Times(SearchQuery query)
    {
        if (query.From is { } from) { Where("(m.ends_on IS NULL OR m.ends_on >= @from)", ("from", from)); }
        if (query.To is { } to) { Where("(m.starts_on IS NULL OR m.starts_on <= @to)", ("to", to)); }
        if (query.MaxHoursPerWeek is { } hours) { Where("(m.hours_per_week IS NULL OR m.hours_per_week <= @max_hours)", ("max_hours", hours)); }
        if (query.From is null && query.To is null) { return; }

        var days = "(s.starts_at AT TIME ZONE 'Europe/Paris')::date";
        Where($"""
            (NOT EXISTS (SELECT FROM mission_shifts s WHERE s.mission_id = m.id) OR EXISTS (SELECT FROM mission_shifts s WHERE s.mission_id = m.id
                {(query.From is null ? "" : $"AND {days} >= @from")} {(query.To is null ? "" : $"AND {days} <= @to")}))
            """);
    }

    private void Flags(SearchQuery query)
    {
        if (query.OpenToMinors) { Where("m.open_to_minors"); }
        if (query.ReducedMobility) { Where("m.reduced_mobility"); }
        if (query.GroupOf is { } people) { Where("m.places - m.places_taken >= @people", ("people", people)); }
    }

    private void Places(SearchQuery query)
    {
        if (query.Near is { } near) { _parameters.AddRange([("lon", near.Longitude), ("lat", near.Latitude)]); }
        if (query.RadiusKm is { } radius) { WhereAddress("ST_DWithin(a.location, @here, @metres, false)", ("metres", radius * 1000)); }
        if (query.Departments.Length > 0) { WhereAddress("a.department = ANY(@departments)", ("departments", query.Departments)); }
        if (query.Box is not { } box) { return; }

        var (west, east) = ("a.longitude >= @west", "a.longitude <= @east");
        WhereAddress(
            $"a.latitude BETWEEN @south AND @north AND ({west} {(box.West <= box.East ? "AND" : "OR")} {east})",
            ("west", box.West), ("south", box.South), ("east", box.East), ("north", box.North));
    }

    private void AnyOf<T>(string condition, string name, T[] values)
    {
        if (values.Length > 0) { Where(condition, (name, values)); }
    }

    private void Where(string condition, params (string, object)[] parameters)
    {
        _mission.Add(condition);
        _parameters.AddRange(parameters);
    }

    private void WhereAddress(string condition, params (string, object)[] parameters)
    {
        _address.Add(condition);
        _parameters.AddRange(parameters);
    }
}
