using Benevolat.Benchmarks.Corpus;
using Benevolat.Index.Search;
using Npgsql;
using NpgsqlTypes;

namespace Benevolat.Benchmarks.OverHttp;

/// <summary>Puts missions into the database of the Missions service, past its API: a hundred thousand publications would take an hour.</summary>
internal sealed class MissionSeed(NpgsqlConnection connection, MissionCorpus corpus)
{
    public async Task RunAsync(CancellationToken stop)
    {
        await OrganisationsAsync(stop);
        await MissionsAsync(stop);
        await AddressesAsync(stop);
        await using var analyze = new NpgsqlCommand("ANALYZE", connection) { CommandTimeout = 0 };
        await analyze.ExecuteNonQueryAsync(stop);
    }

    private Task OrganisationsAsync(CancellationToken stop) => CopyAsync(
        "organisations (id, state, created_at, version, name, purpose)",
        corpus.Missions().DistinctBy(mission => mission.OrganisationId),
        mission =>
        [
            [(mission.OrganisationId, NpgsqlDbType.Uuid), ("verified", NpgsqlDbType.Text), (mission.PublishedAt, NpgsqlDbType.TimestampTz),
             (1L, NpgsqlDbType.Bigint), (mission.OrganisationName, NpgsqlDbType.Text), ("", NpgsqlDbType.Text)],
        ],
        stop);

    private Task MissionsAsync(CancellationToken stop) => CopyAsync(
        """
        missions (id, organisation_id, organisation_name, title, description, domain, kind, remote, activities, audiences, skills, places, starts_on, ends_on,
          hours, week_hours, hours_per_week, open_to_minors, reduced_mobility, close_to_transport, expenses_refunded, state, created_at, published_at,
          version, places_taken, places_version)
        """,
        corpus.Missions(), mission => [Values(mission)], stop);

    private Task AddressesAsync(CancellationToken stop) => CopyAsync(
        "mission_addresses (id, position, commune, commune_code, postcode, department, longitude, latitude, mission_id)",
        corpus.Missions(),
        mission => mission.Places.Select((place, position) => ((object?, NpgsqlDbType)[])
        [
            (Guid.CreateVersion7(), NpgsqlDbType.Uuid), (position, NpgsqlDbType.Integer), (place.Commune, NpgsqlDbType.Text), (place.Postcode, NpgsqlDbType.Text),
            (place.Postcode, NpgsqlDbType.Text), (place.Department, NpgsqlDbType.Text), (place.Point.Longitude, NpgsqlDbType.Double),
            (place.Point.Latitude, NpgsqlDbType.Double), (mission.Id, NpgsqlDbType.Uuid),
        ]),
        stop);

    private static (object?, NpgsqlDbType)[] Values(MissionDocument mission) =>
    [
        (mission.Id, NpgsqlDbType.Uuid), (mission.OrganisationId, NpgsqlDbType.Uuid), (mission.OrganisationName, NpgsqlDbType.Text),
        (mission.Title, NpgsqlDbType.Text), (mission.Description, NpgsqlDbType.Text), (mission.Domain, NpgsqlDbType.Text),
        (mission.Kind, NpgsqlDbType.Text), (mission.Remote, NpgsqlDbType.Text), Texts(mission.Activities), Texts(mission.Audiences), Texts(mission.Skills),
        (mission.PlacesLeft, NpgsqlDbType.Integer), (mission.StartsOn, NpgsqlDbType.Date), (mission.EndsOn, NpgsqlDbType.Date),
        Texts([]), (mission.WeekHours.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Integer), (mission.HoursPerWeek, NpgsqlDbType.Numeric),
        (mission.OpenToMinors, NpgsqlDbType.Boolean), (mission.ReducedMobility, NpgsqlDbType.Boolean), (false, NpgsqlDbType.Boolean),
        (false, NpgsqlDbType.Boolean), ("published", NpgsqlDbType.Text), (mission.PublishedAt, NpgsqlDbType.TimestampTz),
        (mission.PublishedAt, NpgsqlDbType.TimestampTz), (1L, NpgsqlDbType.Bigint), (0, NpgsqlDbType.Integer), (0L, NpgsqlDbType.Bigint),
    ];

    private static (object?, NpgsqlDbType) Texts(IReadOnlyList<string> texts) => (texts.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    private async Task CopyAsync(
        string into, IEnumerable<MissionDocument> missions, Func<MissionDocument, IEnumerable<(object? Value, NpgsqlDbType Type)[]>> rows, CancellationToken stop)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {into} FROM STDIN (FORMAT binary)", stop);
        foreach (var row in missions.SelectMany(rows))
        {
            stop.ThrowIfCancellationRequested();
            copy.StartRow();
            foreach (var (value, type) in row) { if (value is null) { copy.WriteNull(); } else { copy.Write(value, type); } }
        }

        await copy.CompleteAsync(stop);
    }
}
