using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Features.Applications;
using Benevolat.Matching.Features.Catalogue;
using Benevolat.Matching.Features.Organisations;
using Benevolat.Matching.Features.Recommendations;
using Benevolat.Matching.Features.Shifts;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;

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
            .Add<WhenVolunteerProfileChanged>());
        builder.Services.AddSingleton(new AnswerPromise(builder.Configuration.GetValue("Matching:AnswerWithinWorkingDays", 3)));
        builder.Services.AddScoped<Ranker>();
        builder.AddShifts();
        return builder;
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

        var matches = api.MapGroup("").WithTags("Matching");
        GetRecommendations.Map(matches);
        GetCandidates.Map(matches);
        api.MapShifts();
        return endpoints.MapMessagingOps<MatchingDb>();
    }
}
