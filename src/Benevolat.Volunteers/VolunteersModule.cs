using Benevolat.Messaging;
using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;
using Benevolat.Volunteers.Data;
using Benevolat.Volunteers.Features.Cards;
using Benevolat.Volunteers.Features.History;
using Benevolat.Volunteers.Features.Profiles;

namespace Benevolat.Volunteers;

/// <summary>Profiles of volunteers, their consents, and who may see whom.</summary>
public static class VolunteersModule
{
    public const string Service = "volunteers";

    public static IHostApplicationBuilder AddVolunteers(this IHostApplicationBuilder builder)
    {
        builder.AddDatabase<VolunteersDb>("volunteersdb");
        builder.AddApiDefaults<VolunteersDb>(Service);
        return builder.AddMessaging<VolunteersDb>(Service, consumers => consumers
            .Add<WhenOrganisationMembershipChanged>()
            .Add<WhenApplicationSubmitted>()
            .Add<WhenApplicationAccepted>()
            .Add<WhenApplicationDeclined>()
            .Add<WhenApplicationWithdrawn>()
            .Add<WhenApplicationExpired>()
            .Add<WhenParticipationRecorded>());
    }

    public static IEndpointRouteBuilder MapVolunteers(this IEndpointRouteBuilder endpoints)
    {
        var volunteers = endpoints.MapGroup("/api/v1/volunteers").WithTags("Volunteers");
        GetMyProfile.Map(volunteers);
        PutMyProfile.Map(volunteers);
        PutMyAvailability.Map(volunteers);
        GetVolunteerCard.Map(volunteers);
        GetMyHistory.Map(volunteers);
        return endpoints.MapMessagingOps<VolunteersDb>();
    }
}
