using Benevolat.Contracts.Missions;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Participations;
using Benevolat.Matching.Domain.Shifts;

namespace Benevolat.Matching.Tests.Domain;

/// <summary>A shift on Wednesday 2 December 2026 from 14:00 to 17:00 in Paris, and somebody who was accepted.</summary>
internal static class Shifted
{
    public static readonly DateTimeOffset Starts = new(2026, 12, 2, 13, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    public static ShiftAllocation Shift(int places = 2, double hours = 3, double later = 0) =>
        ShiftAllocation.Of(Guid.NewGuid(), new ShiftFacts(Guid.NewGuid(), Starts.AddHours(later), Starts.AddHours(later + hours), places));

    public static Slot Slot(double from, double to) => new(Starts.AddHours(from), Starts.AddHours(to));

    public static Application Accepted()
    {
        var application = Application.Submit(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Bonjour", Waiting.Promise.From(Now));
        application.Accept(null, null, Now);
        return application;
    }

    public static Participation Planned(double hours = 3) => Participation.Plan(Guid.NewGuid(), Accepted(), Shift(hours: hours), Now);
}
