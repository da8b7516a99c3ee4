using System.ComponentModel;
using Benevolat.Contracts.Matching;
using Benevolat.Matching.Data;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Features.Applications;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.Matching.Features.Feedback;

/// <summary>What volunteers say of a mission, to those who can make it better.</summary>
public static class GetMissionFeedback
{
    private const int MostComments = 100;

    public sealed record MissionFeedbackResponse(
        [property: Description("How many volunteers answered.")] int Count,
        AsDescribedCounts AsDescribed,
        ComeBackCounts ComeBack,
        [property: Description("The newest 100, without names; empty until three volunteers answered.")] IReadOnlyList<CommentResponse> Comments);

    public sealed record AsDescribedCounts(int Yes, int Partly, int No);

    public sealed record ComeBackCounts(int Yes, int Maybe, int No);

    public sealed record CommentResponse(string Text, DateOnly On);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/missions/{id:guid}/feedback", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .RefuseUnknownParameters()
        .WithName(nameof(GetMissionFeedback))
        .WithSummary("Read what volunteers say of a mission")
        .WithDescription("For owners and managers: how many said what. Comments are shown from three answers on, so that none gives its author away.");

    private static async Task<Results<Ok<MissionFeedbackResponse>, NotFound>> HandleAsync(Guid id, HttpContext http, MatchingDb db, CancellationToken stop)
    {
        if (await db.ManagedMissionAsync(id, http, stop) is null) { return TypedResults.NotFound(); }

        var answers = await db.Feedback.AsNoTracking().Where(row => row.MissionId == id).OrderByDescending(row => row.At)
            .Select(row => new { row.AsDescribed, row.ComeBack, row.Comment, row.At }).ToListAsync(stop);
        var comments = answers.Count < FeedbackAnswer.FewestForComments ? [] : answers
            .Where(row => row.Comment is not null).Take(MostComments)
            .Select(row => new CommentResponse(row.Comment!, ParisTime.DayOf(row.At)));
        return TypedResults.Ok(new MissionFeedbackResponse(
            answers.Count,
            new(Count(AsDescribed.Yes), Count(AsDescribed.Partly), Count(AsDescribed.No)),
            new(CountBack(ComeBack.Yes), CountBack(ComeBack.Maybe), CountBack(ComeBack.No)),
            [.. comments]));

        int Count(AsDescribed said) => answers.Count(row => row.AsDescribed == said);
        int CountBack(ComeBack said) => answers.Count(row => row.ComeBack == said);
    }
}
