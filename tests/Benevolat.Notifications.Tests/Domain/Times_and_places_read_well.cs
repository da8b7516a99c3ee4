using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Notifications.Domain;
using Benevolat.Notifications.Domain.Wording;

namespace Benevolat.Notifications.Tests.Domain;

public class Times_and_places_read_well
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_shift_is_told_in_paris_time_winter_and_summer()
    {
        var mission = Sample.Mission() with { Hours = [], HoursPerWeek = null, StartsOn = null, EndsOn = null, Shifts = [Shift("2026-12-01T13:00Z", "2026-12-01T15:30Z"), Shift("2027-07-14T12:00Z", "2027-07-14T14:00Z")] };
        Assert.Equal(["mardi 1er décembre 2026, de 14 h à 16 h 30", "mercredi 14 juillet 2027, de 14 h à 16 h"], Itinerary.When(mission, Now, Language.French));
        Assert.Equal("Tuesday 1 December 2026, from 14:00 to 16:30", Itinerary.When(mission, Now, Language.English)[0]);
    }

    [Fact]
    public void Past_shifts_are_left_out_and_many_are_counted()
    {
        var coming = Enumerable.Range(1, 7).Select(day => Shift($"2026-12-{day:00}T13:00Z", $"2026-12-{day:00}T14:00Z"));
        var mission = Sample.Mission() with { Shifts = [Shift("2026-11-20T13:00Z", "2026-11-20T14:00Z"), .. coming] };
        var lines = Itinerary.When(mission, Now, Language.French);
        Assert.Equal(6, lines.Count);
        Assert.Equal("et 2 autres créneaux", lines[^1]);
        Assert.StartsWith("mardi 1er décembre", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_shift_over_midnight_names_both_days() =>
        Assert.Equal(
            "du samedi 5 décembre 2026, 22 h, au dimanche 6 décembre 2026, 2 h",
            Language.French.Slot(DateTimeOffset.Parse("2026-12-05T21:00Z", null), DateTimeOffset.Parse("2026-12-06T01:00Z", null)));

    [Fact]
    public void A_rhythm_joins_hours_that_follow_each_other()
    {
        var mission = Sample.Mission() with { Hours = ["wed-15", "wed-14", "fri-9", "sun-23", "mon-0"], HoursPerWeek = 2.5m, StartsOn = new(2026, 12, 1), EndsOn = new(2027, 6, 30) };
        Assert.Equal(
            ["le lundi de 0 h à 1 h", "le mercredi de 14 h à 16 h", "le vendredi de 9 h à 10 h", "le dimanche de 23 h à minuit", "environ 2,5 heures par semaine", "du mardi 1er décembre 2026 au mercredi 30 juin 2027"],
            Itinerary.When(mission, Now, Language.French));
        Assert.Equal(["on Mondays from 00:00 to 01:00", "on Wednesdays from 14:00 to 16:00"], Itinerary.When(mission, Now, Language.English).Take(2));
    }

    [Fact]
    public void Free_times_and_places_are_to_be_agreed()
    {
        var mission = Sample.Mission() with { Hours = [], HoursPerWeek = null, StartsOn = null, EndsOn = null, Shifts = [], Addresses = [] };
        Assert.Equal(["à convenir avec l'association"], Itinerary.When(mission, Now, Language.French));
        Assert.Equal(["to be agreed with the organisation"], Itinerary.Where(mission, Language.English));
    }

    [Fact]
    public void Places_name_the_street_or_the_home()
    {
        Assert.Equal(["12 rue des Lilas, 69003 Lyon"], Itinerary.Where(Sample.Mission(), Language.French));
        Assert.Equal(["à distance, depuis chez vous"], Itinerary.Where(Sample.Mission() with { Remote = RemoteWork.Full }, Language.French));
        Assert.Equal("part of it can be done from home", Itinerary.Where(Sample.Mission() with { Remote = RemoteWork.Possible }, Language.English)[^1]);
    }

    [Fact]
    public void What_a_notice_is_about_is_told_as_exactly_as_it_is_known()
    {
        var shift = Shift("2026-12-01T13:00Z", "2026-12-01T15:30Z");
        var mission = Sample.Mission() with { Shifts = [Shift("2026-11-30T13:00Z", "2026-11-30T15:30Z"), shift] };
        var day = new DateOnly(2026, 12, 1);
        Assert.Equal("mardi 1er décembre 2026, de 14 h à 16 h 30", Itinerary.Slot(About(shiftId: shift.ShiftId), mission, Language.French));
        Assert.Equal("mardi 1er décembre 2026, de 14 h à 16 h 30", Itinerary.Slot(About(startsAt: shift.StartsAt, day: day), mission, Language.French));
        Assert.Equal("mardi 1er décembre 2026 à 14 h", Itinerary.Slot(About(Guid.NewGuid(), shift.StartsAt, day), mission, Language.French));
        Assert.Equal("Tuesday 1 December 2026", Itinerary.Slot(About(day: day), mission, Language.English));
        Assert.Null(Itinerary.Slot(About(), mission, Language.French));
    }

    private static Notice About(Guid? shiftId = null, DateTimeOffset? startsAt = null, DateOnly? day = null) => new()
    {
        Id = Guid.NewGuid(),
        Kind = NotificationKind.PlaceOffered,
        At = Now,
        RecipientId = Guid.NewGuid(),
        ShiftId = shiftId,
        StartsAt = startsAt,
        Day = day,
        DueAt = Now,
    };

    private static ShiftFacts Shift(string from, string to) => new(Guid.NewGuid(), DateTimeOffset.Parse(from, null), DateTimeOffset.Parse(to, null), 3);
}
