using Benevolat.Matching.Data;
using Benevolat.Matching.Features;
using Benevolat.Matching.Features.Applications;
using Benevolat.Matching.Features.Catalogue;
using Benevolat.Matching.Features.Networks;
using Benevolat.Matching.Features.Organisations;
using Benevolat.Matching.Features.Promises;
using Benevolat.Matching.Features.Recommendations;
using Benevolat.Matching.Features.Recommendations.Exposure;
using Benevolat.Matching.Features.Recommendations.Indexing;
using Benevolat.Matching.Features.Recommendations.Invitations;
using Benevolat.Matching.Features.Recommendations.Rounds;
using Benevolat.Matching.Features.Shifts;
using Benevolat.Matching.Features.Threads;
using Benevolat.Matching.Features.Waiting;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Health;
using Npgsql;

namespace Benevolat.Matching;

/// <summary>Applications, places and recommendations.</summary>
public static class MatchingModule
{
    public static IHostApplicationBuilder AddMatching(this IHostApplicationBuilder builder)
    {
        builder.AddApiDefaults<Program>("matching");
        builder.AddDatabase<MatchingDb>("matchingdb");
        builder.AddMessaging<MatchingDb>("matching", consumers => consumers
            .Add<WhenMissionPublished>()
            .Add<WhenMissionChanged>()
            .Add<WhenMissionPaused>()
            .Add<WhenMissionClosed>()
            .Add<WhenOrganisationVerified>()
            .Add<WhenOrganisationSuspended>()
            .Add<WhenOrganisationMembershipChanged>()
            .Add<WhenNetworkRegistered>()
            .Add<WhenVolunteerProfileChanged>());
        builder.AddApplications();
        builder.AddMatches();
        builder.AddShifts();
        return builder;
    }

    private static void AddMatches(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MatchIndex>().AddSingleton<MatchLoader>().AddSingleton<ExposureBook>().AddScoped<Matchmaker>();
        builder.Services.AddSingleton(host => MatchChangeLog.Reader(host.GetRequiredService<NpgsqlDataSource>()));
        builder.Services.AddHostedService<MatchFollower>().AddHostedService<ExposureClock>().AddHostedService<RoundClock>();
        builder.Services.AddHealthChecks().AddCheck<MatchIndex>("match index", tags: [HealthExtensions.Ready]);
    }

    private static void AddApplications(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Matching");
        var options = settings.Get<MatchingOptions>() ?? new();
        builder.Services.AddSingleton(options.ToPromise()).AddSingleton(options.ToOfferTerms());
        builder.Services.AddSingleton<PlaceTurns>().AddScoped<WaitingLine>().AddScoped<Alternatives>().AddScoped<Settlement>();
        builder.Services.AddHostedService<PromiseClock>().AddHostedService<LineClock>().AddHostedService<ReckoningClock>();
    }

    public static IEndpointRouteBuilder MapMatching(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1");
        var applications = api.MapGroup("").WithTags("Applications");
        SubmitApplication.Map(applications);
        GetApplication.Map(applications);
        ListMyApplications.Map(applications);
        ListOrganisationApplications.Map(applications);
        AcknowledgeApplication.Map(applications);
        AcceptApplication.Map(applications);
        RefuseApplication.Map(applications);
        WithdrawApplication.Map(applications);
        ListMessages.Map(applications);
        WriteMessage.Map(applications);
        AcceptOffer.Map(applications);
        RefuseOffer.Map(applications);
        ListWaiting.Map(applications);

        var promises = api.MapGroup("").WithTags("The promise of an answer");
        GetPromise.Map(promises);
        foreach (var desk in Desk.All)
        {
            ListOverdue.Map(promises, desk);
            LookAfter.Map(promises, desk);
        }

        var matches = api.MapGroup("").WithTags("Matching");
        GetRecommendations.Map(matches);
        RecommendToAnybody.Map(matches);
        GetCandidates.Map(matches);
        InviteCandidate.Map(matches);
        GetExposure.Map(matches);
        RebuildIndex.Map(matches);
        api.MapShifts();
        return endpoints.MapMessagingOps<MatchingDb>();
    }
}
