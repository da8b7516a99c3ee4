using Benevolat.Matching.Features.Feedback;
using Benevolat.Matching.Features.Presence;

namespace Benevolat.Matching.Features.Shifts;

/// <summary>Shifts, presence, hours and feedback: what happens once an application was accepted.</summary>
internal static class ShiftsModule
{
    public static void AddShifts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CheckInKey>();
        builder.Services.AddScoped<ShiftPlaces>().AddScoped<ShiftCopies>().AddScoped<CheckInDesk>();
        builder.Services.AddHostedService<OfferClock>().AddHostedService<ReminderClock>().AddHostedService<FeedbackClock>();
    }

    public static void MapShifts(this IEndpointRouteBuilder api)
    {
        var shifts = api.MapGroup("").WithTags("Shifts");
        ListShifts.Map(shifts);
        SignUpForShift.Map(shifts);
        AnswerShiftOffer.Map(shifts);
        LeaveShiftLine.Map(shifts);
        ProposeSwap.Map(shifts);
        ListSwaps.Map(shifts);
        AcceptSwap.Map(shifts);
        ProposeShifts.Map(shifts);
        AcceptShiftProposals.Map(shifts);

        var presence = api.MapGroup("").WithTags("Presence");
        ListMyParticipations.Map(presence);
        ListMissionParticipations.Map(presence);
        GetParticipation.Map(presence);
        CancelParticipation.Map(presence);
        DeclareHours.Map(presence);
        ApproveParticipation.Map(presence);
        RecordNoShow.Map(presence);
        RecordParticipation.Map(presence);
        GetCheckInCode.Map(presence);
        CheckIn.Map(presence);
        CompleteApplication.Map(presence);

        var feedback = api.MapGroup("").WithTags("Feedback");
        PutFeedback.Map(feedback);
        GetFeedback.Map(feedback);
        GetMissionFeedback.Map(feedback);
    }
}
