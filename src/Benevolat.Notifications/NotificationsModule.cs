using Benevolat.Messaging;
using Benevolat.Notifications.Data;
using Benevolat.Notifications.Features.Applications;
using Benevolat.Notifications.Features.Contacts;
using Benevolat.Notifications.Features.Delivering;
using Benevolat.Notifications.Features.Guests;
using Benevolat.Notifications.Features.Inbox;
using Benevolat.Notifications.Features.Matches;
using Benevolat.Notifications.Features.Missions;
using Benevolat.Notifications.Features.Operations;
using Benevolat.Notifications.Features.Organisations;
using Benevolat.Notifications.Features.Participations;
using Benevolat.Notifications.Features.Preferences;
using Benevolat.Notifications.Features.Promise;
using Benevolat.Notifications.Features.Searches;
using Benevolat.Notifications.Features.Unsubscribing;
using Benevolat.Notifications.Features.Waiting;
using Benevolat.Notifications.Mail;
using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;

namespace Benevolat.Notifications;

/// <summary>Tells people what happened: by e-mail and in their list on the site, as they prefer.</summary>
public static class NotificationsModule
{
    public const string Service = "notifications";

    public static IHostApplicationBuilder AddNotifications(this IHostApplicationBuilder builder)
    {
        builder.AddDatabase<NotificationsDb>("notificationsdb");
        builder.AddApiDefaults<NotificationsDb>(Service);
        builder.AddMail().AddDelivering();
        builder.Services.AddSingleton<SigningKey>();
        builder.Services.AddHostedService<GuestSweep>();
        return builder.AddMessaging<NotificationsDb>(Service, Subscribe);
    }

    public static IEndpointRouteBuilder MapNotifications(this IEndpointRouteBuilder endpoints)
    {
        var notifications = endpoints.MapGroup("/api/v1/notifications").WithTags("Notifications");
        ListNotifications.Map(notifications);
        GetPreferences.Map(notifications);
        PutPreferences.Map(notifications);
        ShowUnsubscribe.Map(notifications);
        Unsubscribe.Map(notifications);

        var operations = endpoints.MapGroup("/api/v1/ops/notifications").WithTags("Operations");
        ListDeliveries.Map(operations);
        ReplayDelivery.Map(operations);
        return endpoints.MapMessagingOps<NotificationsDb>();
    }

    private static void Subscribe(ConsumerRegistry consumers) => consumers
        .Add<WhenAccountContactChanged>()
        .Add<WhenOrganisationMembershipChanged>()
        .Add<WhenOrganisationVerified>()
        .Add<WhenOrganisationRefused>()
        .Add<WhenJoinRequested>()
        .Add<WhenJoinAnswered>()
        .Add<WhenMemberInvited>()
        .Add<WhenMissionPublished>()
        .Add<WhenMissionChanged>()
        .Add<WhenMissionPaused>()
        .Add<WhenMissionClosed>()
        .Add<WhenMissionExpiring>()
        .Add<WhenMissionReviewed>()
        .Add<WhenSavedSearchMatched>()
        .Add<WhenApplicationSubmitted>()
        .Add<WhenApplicationAcknowledged>()
        .Add<WhenApplicationAccepted>()
        .Add<WhenApplicationDeclined>()
        .Add<WhenApplicationWithdrawn>()
        .Add<WhenApplicationMessagePosted>()
        .Add<WhenAnswerDueSoon>()
        .Add<WhenAnswerOverdue>()
        .Add<WhenApplicationHandedOver>()
        .Add<WhenAlternativesProposed>()
        .Add<WhenApplicationExpired>()
        .Add<WhenApplicationPutOnWaitingList>()
        .Add<WhenPlaceOffered>()
        .Add<WhenPlaceOfferLapsed>()
        .Add<WhenVolunteerInvited>()
        .Add<WhenMatchesFound>()
        .Add<WhenParticipationNear>()
        .Add<WhenFeedbackAsked>()
        .Add<WhenShiftSwapProposed>()
        .Add<WhenShiftSwapTaken>();
}
