using Benevolat.Matching.Domain;

namespace Benevolat.Matching.Tests.Domain;

/// <summary>News come at six in the morning in Paris, whatever the season and however late somebody was up.</summary>
public sealed class VolunteerTests
{
    [Theory]
    [InlineData("2026-11-28T14:00:00Z", "2026-11-29T05:00:00Z")]
    [InlineData("2026-11-28T23:52:00Z", "2026-11-29T05:00:00Z")]
    [InlineData("2026-11-29T05:00:00Z", "2026-11-30T05:00:00Z")]
    [InlineData("2026-07-01T03:59:59Z", "2026-07-01T04:00:00Z")]
    [InlineData("2026-10-24T12:00:00Z", "2026-10-25T05:00:00Z")]
    public void The_next_round_is_on_the_next_morning(string now, string due)
    {
        var volunteer = Volunteer.Unheard(Guid.CreateVersion7());
        volunteer.Hear(Facts.Profile(volunteer.Id), At(now));
        Assert.Equal((At(now), At(due)), (volunteer.MatchesSince, volunteer.MatchesDueAt));

        volunteer.BeginRound(At(due));
        Assert.Equal(At(due), volunteer.MatchesSince);
        Assert.InRange(volunteer.MatchesDueAt!.Value - At(due), TimeSpan.FromHours(23), TimeSpan.FromHours(25));
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
