using System.Diagnostics;
using Benevolat.ServiceDefaults.Health;
using Benevolat.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Benevolat.ServiceDefaults.Data;

/// <summary>A service's own PostgreSQL database.</summary>
public static class DatabaseExtensions
{
    /// <summary>Registers <typeparamref name="TDb"/> on the connection string <paramref name="resource"/>, with its readiness check.</summary>
    /// <param name="resource">The name of the connection string, for example <c>missionsdb</c>.</param>
    /// <param name="driver">Plug-ins of the driver (NetTopologySuite).</param>
    /// <param name="mapping">The same plug-ins' type mappings for EF.</param>
    public static IHostApplicationBuilder AddDatabase<TDb>(
        this IHostApplicationBuilder builder,
        string resource,
        Action<NpgsqlDataSourceBuilder>? driver = null,
        Action<NpgsqlDbContextOptionsBuilder>? mapping = null)
        where TDb : DbContext
    {
        var connection = builder.Configuration.GetConnectionString(resource)
            ?? (EF.IsDesignTime ? "Host=localhost;Database=design-time" : throw new InvalidOperationException($"ConnectionStrings__{resource} is not set."));
        var source = new NpgsqlDataSourceBuilder(connection);
        // Polls, sweeps and probes belong to no request and no event: a trace of each would drown what people do.
        source.ConfigureTracing(tracing => tracing.ConfigureCommandFilter(_ => Activity.Current is not null).ConfigureBatchFilter(_ => Activity.Current is not null));
        driver?.Invoke(source);
        builder.Services.AddSingleton(source.Build());

        // No EnableRetryOnFailure: it forbids the explicit transactions of inbox and idempotency; clients retry on 503.
        builder.Services.AddDbContext<TDb>((services, options) => options
            .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>(), npgsql =>
            {
                npgsql.MigrationsHistoryTable("migrations");
                mapping?.Invoke(npgsql);
            })
            .UseSnakeCaseNamingConvention());
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [HealthExtensions.Ready]);
        builder.Services.AddHostedService<IdempotencySweep<TDb>>();
        return builder;
    }
}
