using Benevolat.Messaging;
using Benevolat.Missions.Data;
using Benevolat.Missions.Features.Authoring;
using Benevolat.Missions.Features.Coaching;
using Benevolat.Missions.Features.Discovery;
using Benevolat.Missions.Features.Discovery.Indexing;
using Benevolat.Missions.Features.Discovery.Saved;
using Benevolat.Missions.Features.Expiry;
using Benevolat.Missions.Features.Moderation;
using Benevolat.Missions.Features.Networks;
using Benevolat.Missions.Features.Organisations;
using Benevolat.Missions.Features.Organisations.Duplicates;
using Benevolat.Missions.Features.Organisations.Invitations;
using Benevolat.Missions.Features.Organisations.Joining;
using Benevolat.Missions.Features.Organisations.Logos;
using Benevolat.Missions.Features.Places;
using Benevolat.Missions.Features.Places.Geocoding;
using Benevolat.Missions.Features.Places.Importing;
using Benevolat.Missions.Features.Publishing;
using Benevolat.Missions.Features.Registry;
using Benevolat.Missions.Features.Splitting;
using Benevolat.Missions.Features.Templates;
using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Health;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Benevolat.Missions;

/// <summary>The Missions service: organisations, missions, moderation, discovery, places, networks.</summary>
public static class MissionsModule
{
    public static IHostApplicationBuilder AddMissions(this IHostApplicationBuilder builder)
    {
        builder.AddApiDefaults<MissionsDb>("missions");
        // A mission with its shifts and addresses: one query would multiply them with each other. A torn read fails at the version.
        builder.AddDatabase<MissionsDb>("missionsdb", mapping: npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
        builder.AddMessaging<MissionsDb>("missions", consumers => consumers
            .Add<WhenPlacesChanged>()
            .Add<WhenOrganisationResponsivenessChanged>()
            .Add<WhenFeedbackGiven>());
        builder.AddPlaces();
        builder.AddDiscovery();
        builder.Services.AddScoped<NetworkImport>().AddScoped<ReviewFacts>().AddScoped<ILogoStore, DatabaseLogoStore>().AddRegistry();
        builder.Services.AddHostedService<ExpiryClock>().AddHostedService<InvitationSweep>();
        return builder;
    }

    /// <summary>Search lives in each replica's memory and follows the database.</summary>
    private static void AddDiscovery(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DiscoveryOptions>().BindConfiguration("Discovery");
        builder.Services.AddSingleton<SearchIndex>().AddSingleton(host => MissionChangeLog.Reader(host.GetRequiredService<NpgsqlDataSource>())).AddSingleton<MissionLoader>().AddSingleton<MissionCards>().AddSingleton<DiscoveryMetrics>();
        builder.Services.AddHostedService<IndexFollower>().AddHostedService<Alerts>();
        builder.Services.AddHealthChecks().AddCheck<SearchIndex>("search index", tags: [HealthExtensions.Ready]);
    }

    public static IEndpointRouteBuilder MapMissions(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1");
        MapOrganisations(api.MapGroup("/organisations").WithTags("Organisations"));
        var invitations = api.MapGroup("/invitations").WithTags("Organisations");
        ReadInvitation.Map(invitations);
        AcceptInvitation.Map(invitations);
        MapMissions(api.MapGroup("/missions").WithTags("Missions"));
        var moderation = api.MapGroup("/moderation").WithTags("Moderation");
        ListOrganisationsToReview.Map(moderation);
        ListMissionsToReview.Map(moderation);
        DecideMissions.Map(moderation);
        ListReports.Map(moderation);
        ListUnownedJoinRequests.Map(moderation);
        ResolveReport.Map(moderation);
        var networks = api.MapGroup("/networks").WithTags("Networks");
        PutNetworkMission.Map(networks);
        ListNetworkMissions.Map(networks);
        PutNetworkTemplate.Map(networks);
        DeleteNetworkTemplate.Map(networks);
        var templates = api.MapGroup("/mission-templates").WithTags("Templates");
        ListMissionTemplates.Map(templates);
        GetMissionTemplate.Map(templates);
        MapDiscovery(api);
        MapPlaces(api.MapGroup("/places").WithTags("Places"), api.MapGroup("/ops/missions/places").WithTags("Operations"));
        endpoints.MapMessagingOps<MissionsDb>();
        return endpoints;
    }

    private static void MapOrganisations(RouteGroupBuilder organisations)
    {
        RegisterOrganisation.Map(organisations);
        GetOrganisation.Map(organisations);
        EditOrganisation.Map(organisations);
        SubmitOrganisation.Map(organisations);
        DeleteOrganisation.Map(organisations);
        GetOrganisationHistory.Map(organisations);
        FindDuplicates.Map(organisations);
        AskToJoin.Map(organisations);
        ReadJoinRequests.Map(organisations);
        AnswerJoinRequest.Map(organisations);
        InviteMember.Map(organisations);
        ManageInvitations.Map(organisations);
        PutLogo.Map(organisations);
        GetLogo.Map(organisations);
        DeleteLogo.Map(organisations);
        SearchRegistry.Map(organisations);
        ListMyOrganisations.Map(organisations);
        ListMembers.Map(organisations);
        PutMember.Map(organisations);
        RemoveMember.Map(organisations);
        VerifyOrganisation.Map(organisations);
        RefuseOrganisation.Map(organisations);
        SuspendOrganisation.Map(organisations);
        DraftMission.Map(organisations);
        ListOrganisationMissions.Map(organisations);
    }

    private static void MapDiscovery(RouteGroupBuilder api)
    {
        var missions = api.MapGroup("").WithTags("Missions");
        SearchMissions.Map(missions.MapGroup("/missions"));
        ShowMissionsOnMap.Map(missions);
        ReadMissionsFeed.Map(missions);
        var searches = api.MapGroup("/saved-searches").WithTags("Saved searches");
        SaveSearch.Map(searches);
        ReadSavedSearches.Map(searches);
        ChangeSavedSearch.Map(searches);
    }

    private static void MapMissions(RouteGroupBuilder missions)
    {
        GetMission.Map(missions);
        ListSimilarMissions.Map(missions);
        ReadShiftsCalendar.Map(missions);
        GetMissionHistory.Map(missions);
        EditMission.Map(missions);
        DuplicateMission.Map(missions);
        GetMissionCoaching.Map(missions);
        CoachUnsavedMission.Map(missions);
        ProposeSplit.Map(missions);
        SplitMission.Map(missions);
        SubmitMission.Map(missions);
        PublishMission.Map(missions);
        PauseMission.Map(missions);
        CloseMission.Map(missions);
        ReopenMission.Map(missions);
        RenewMission.Map(missions);
        RequestMissionChanges.Map(missions);
        RefuseMission.Map(missions);
        ReportMission.Map(missions);
    }

    private static void MapPlaces(RouteGroupBuilder places, RouteGroupBuilder operations)
    {
        SearchPlaces.Map(places);
        GetPlace.Map(places);
        FindAddresses.Map(places);
        StartPlaceImport.Map(operations);
        GetPlaceImport.Map(operations);
        PutPlaceBatch.Map(operations);
        CompletePlaceImport.Map(operations);
    }
}
