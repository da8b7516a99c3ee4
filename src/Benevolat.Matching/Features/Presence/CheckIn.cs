using System.ComponentModel;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevolat.Matching.Features.Presence;

/// <summary>Volunteers say that they are there, or were: a phone without a network keeps what it scanned and sends it later.</summary>
public static class CheckIn
{
    private const int MostItems = 50;

    public sealed record CheckInRequest(
        [property: Description("The device's clock while sending: the server corrects `at` by how far it is off.")] DateTimeOffset? SentAt,
        [property: Description("1 to 50.")] IReadOnlyList<ScannedCode>? Items);

    public sealed record ScannedCode(string? Code, [property: Description("The device's clock when it saw the code.")] DateTimeOffset? At);

    public sealed record CheckInsResponse(IReadOnlyList<CheckInResult> Items);

    public sealed class Validator : AbstractValidator<CheckInRequest>
    {
        public Validator()
        {
            RuleFor(request => request.SentAt).NotNull();
            RuleFor(request => request.Items).NotEmpty().Must(items => items is null || items.Count <= MostItems).WithMessage($"1 – {MostItems}");
            RuleForEach(request => request.Items).ChildRules(item =>
            {
                item.RuleFor(scanned => scanned.Code).NotEmpty();
                item.RuleFor(scanned => scanned.At).NotNull();
            });
        }
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/check-ins", HandleAsync)
        .Validated<CheckInRequest>()
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(CheckIn))
        .WithSummary("Check in by QR code, now or later")
        .WithDescription("By a volunteer who is expected. Each item is `recorded`, `already` (sent before: nothing changes) or `refused` with a code: `check-in.unknown`, "
            + "`check-in.not-expected`, `check-in.too-early`, `check-in.too-late`, `check-in.future`, `check-in.too-old` (14 days), `participation.transition`. "
            + "Send the list again until it is answered.");

    private static async Task<Ok<CheckInsResponse>> HandleAsync(
        CheckInRequest request, HttpContext http, CheckInDesk desk, TimeProvider clock, CancellationToken stop)
    {
        var (volunteer, now) = (http.User.AccountId(), clock.GetStoredNow());
        var results = new List<CheckInResult>();
        foreach (var item in request.Items!) { results.Add(await desk.CheckInAsync(volunteer, item.Code!, item.At!.Value, request.SentAt!.Value, now, stop)); }
        return TypedResults.Ok(new CheckInsResponse(results));
    }
}
