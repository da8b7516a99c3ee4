using System.ComponentModel;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Features.Applications;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Benevolat.Matching.Features.Presence;

/// <summary>The code that hangs at the door.</summary>
public static class GetCheckInCode
{
    public sealed record CheckInCodeResponse(
        string Code,
        [property: Description("What the picture says: the page that checks in, with the code.")] Uri Url,
        DateTimeOffset ValidFrom,
        DateTimeOffset ValidUntil,
        [property: Description("The QR code as an SVG picture, to print or to show.")] string Svg);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/missions/{id:guid}/check-in-code", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .RefuseUnknownParameters()
        .WithName(nameof(GetCheckInCode))
        .WithSummary("Show the check-in code of a shift, or of today")
        .WithDescription("For every member of the organisation, who welcomes included. A mission with shifts has a code for each, good from an hour before it to two hours after; "
            + "name it in `shift`. A mission without has one for today.");

    private static async Task<Results<Ok<CheckInCodeResponse>, NotFound>> HandleAsync(
        Guid id,
        [Description("Which shift; needed when the mission has some.")] Guid? shift,
        HttpContext http, MatchingDb db, CheckInKey key, IConfiguration configuration, TimeProvider clock, CancellationToken stop)
    {
        if (await db.RoleInMissionAsync(id, http, stop) is null) { return TypedResults.NotFound(); }
        if (await CodeAsync(id, shift, db, clock.GetStoredNow(), stop) is not { } code) { return TypedResults.NotFound(); }

        var text = code.Write(await key.GetAsync(stop));
        var url = new Uri(configuration.PublicOrigin(), $"/pointage/{text}");
        return TypedResults.Ok(new CheckInCodeResponse(text, url, code.ValidFrom, code.ValidUntil, Draw(url)));
    }

    private static async Task<CheckInCode?> CodeAsync(Guid missionId, Guid? shiftId, MatchingDb db, DateTimeOffset now, CancellationToken stop)
    {
        var shifts = await db.Shifts.AsNoTracking().Where(shift => shift.MissionId == missionId && !shift.Removed).ToListAsync(stop);
        if (shiftId is null && shifts.Count == 0) { return CheckInCode.Of(missionId, ParisTime.DayOf(now)); }
        if (shiftId is null) { throw ProblemException.ForField("shift", ParticipationRules.WhichShift); }
        return shifts.Find(shift => shift.ShiftId == shiftId) is { } found ? CheckInCode.Of(found) : null;
    }

    /// <summary>Read across a room and from a creased sheet: a quarter of it may be missing.</summary>
    private static string Draw(Uri url)
    {
        using var data = QRCodeGenerator.GenerateQrCode(url.AbsoluteUri, QRCodeGenerator.ECCLevel.Q);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(pixelsPerModule: 6, darkColorHex: "#000000", lightColorHex: "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
