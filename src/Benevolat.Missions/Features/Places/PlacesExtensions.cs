using Benevolat.Missions.Features.Places.Geocoding;
using Benevolat.ServiceDefaults.Health;

namespace Benevolat.Missions.Features.Places;

/// <summary>The gazetteer, kept as the database is, and the geocoder.</summary>
internal static class PlacesExtensions
{
    public static IHostApplicationBuilder AddPlaces(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Gazetteer>().AddSingleton<GazetteerReload>().AddGeocoding();
        builder.Services.AddHostedService(services => services.GetRequiredService<GazetteerReload>());
        builder.Services.AddHealthChecks().AddCheck<GazetteerReload>("places", tags: [HealthExtensions.Ready]);
        return builder;
    }
}
