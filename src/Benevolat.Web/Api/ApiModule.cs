using Microsoft.Extensions.Http.Resilience;

namespace Benevolat.Web.Api;

/// <summary>The services that the pages show, each behind a typed client.</summary>
internal static class ApiModule
{
    public static void AddApis(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddTransient<BearerHandler>();
        builder.AddApi<MissionsApi>("missions");
        builder.AddApi<AuthoringApi>("missions");
        builder.AddApi<SavedSearchesApi>("missions");
        builder.AddApi<OrganisationsApi>("missions");
        builder.AddApi<TeamsApi>("missions");
        builder.AddApi<ModerationApi>("missions");
        builder.AddApi<ApplicationsApi>("matching");
        builder.AddApi<OverdueApi>("matching");
        builder.AddApi<RecommendationsApi>("matching");
        builder.AddApi<ShiftsApi>("matching");
        builder.AddApi<ParticipationsApi>("matching");
        builder.AddApi<VolunteersApi>("volunteers");

        // Somebody is looking at an empty page: give up soon and say so. A change is never sent twice by ourselves.
        builder.Services.ConfigureAll<HttpStandardResilienceOptions>(resilience =>
        {
            resilience.AttemptTimeout.Timeout = TimeSpan.FromSeconds(6);
            resilience.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(10);
            resilience.Retry.MaxRetryAttempts = 2;
            resilience.Retry.Delay = TimeSpan.FromMilliseconds(150);
            resilience.Retry.DisableForUnsafeHttpMethods();
        });
    }

    private static void AddApi<TApi>(this WebApplicationBuilder builder, string service)
        where TApi : class => builder.Services
        .AddHttpClient<TApi>(http => http.BaseAddress = new Uri($"http://{service}/api/v1/"))
        .AddHttpMessageHandler<BearerHandler>();
}
