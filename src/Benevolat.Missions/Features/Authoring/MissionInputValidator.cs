using System.Text.RegularExpressions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Places;
using FluentValidation;

namespace Benevolat.Missions.Features.Authoring;

internal sealed partial class MissionInputValidator : AbstractValidator<MissionInput>
{
    public MissionInputValidator(Gazetteer gazetteer, TimeProvider clock)
    {
        RuleFor(input => input.Title).NotEmpty().Obeys(Rules.Title, title => title.Trim().Length is >= 5 and <= MissionContent.LongestTitle);
        RuleFor(input => input.Description).NotEmpty().Obeys(Rules.Description, text => text.Trim().Length <= MissionContent.LongestDescription);
        RuleFor(input => input.Domain).NotNull();
        RuleFor(input => input.Kind).NotNull();
        RuleFor(input => input.Places).NotNull().Obeys(Rules.Places, places => places is >= 1 and <= MissionContent.MostPlaces);
        Notes();
        Lists();
        Schedule(clock);
        RuleFor(input => input.Addresses).AtMost(50);
        RuleForEach(input => input.Addresses).NotNull().SetValidator(new AddressValidator(gazetteer)!);
    }

    public static bool IsSlug(string text) => text.Length <= 60 && SlugForm().IsMatch(text);

    private void Notes()
    {
        RuleFor(input => input.Welcome).MaximumLength(MissionContent.LongestNote);
        RuleFor(input => input.Difficulty).MaximumLength(MissionContent.LongestNote);
        RuleFor(input => input.ScheduleNote).MaximumLength(MissionContent.LongestNote);
        RuleFor(input => input.ExpensesNote).MaximumLength(MissionContent.LongestNote);
        RuleFor(input => input.Mandate).MaximumLength(MissionContent.LongestNote);
    }

    private void Lists()
    {
        RuleFor(input => input.Tasks).AtMost(20);
        RuleForEach(input => input.Tasks).NotEmpty().MaximumLength(MissionContent.LongestLine);
        RuleFor(input => input.Prerequisites).AtMost(10);
        RuleForEach(input => input.Prerequisites).NotEmpty().MaximumLength(MissionContent.LongestLine);
        RuleFor(input => input.SoftSkills).AtMost(15);
        RuleForEach(input => input.SoftSkills).NotEmpty().MaximumLength(100);
        RuleFor(input => input.Tags).AtMost(20);
        RuleForEach(input => input.Tags).NotEmpty().MaximumLength(60);
        RuleFor(input => input.Activities).AtMost(20);
        RuleForEach(input => input.Activities).NotEmpty().Obeys(Rules.Slug, IsSlug);
        RuleFor(input => input.Audiences).AtMost(20);
        RuleForEach(input => input.Audiences).NotEmpty().Obeys(Rules.Slug, IsSlug);
        RuleFor(input => input.Skills).AtMost(30);
        RuleForEach(input => input.Skills).NotEmpty().MaximumLength(100);
    }

    private void Schedule(TimeProvider clock)
    {
        RuleFor(input => input.StartsOn).Obeys(Rules.DateRange, date => MissionContent.IsSensible(date));
        RuleFor(input => input.EndsOn).Obeys(Rules.DateRange, date => MissionContent.IsSensible(date));
        RuleFor(input => input.EndsOn).Must((input, end) => input.StartsOn is null || end is null || end >= input.StartsOn).WithRule(Rules.Dates);
        RuleFor(input => input.Hours).AtMost(WeekHours.HoursInAWeek);
        RuleForEach(input => input.Hours).NotEmpty().Obeys(Rules.Hours, hour => WeekHours.TryParse(hour, out _));
        RuleFor(input => input.HoursPerWeek).Obeys(Rules.HoursPerWeek, hours => hours is >= 0.1m and <= 168m);
        RuleFor(input => input.Shifts).AtMost(200);
        RuleForEach(input => input.Shifts).NotNull().SetValidator(new ShiftValidator(clock)!);
        RuleFor(input => input.Shifts).Must(AreDifferent).WithRule(Rules.SameShift);
    }

    private static bool AreDifferent(IReadOnlyList<ShiftInput?>? shifts) =>
        shifts is null || shifts.Select(shift => (shift?.StartsAt?.UtcTicks, shift?.EndsAt?.UtcTicks)).Distinct().Count() == shifts.Count;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex SlugForm();

    private sealed class ShiftValidator : AbstractValidator<ShiftInput>
    {
        public ShiftValidator(TimeProvider clock)
        {
            RuleFor(shift => shift.StartsAt).NotNull().Obeys(Rules.FarShift, start => start <= clock.GetUtcNow().AddYears(MissionContent.YearsAhead));
            RuleFor(shift => shift.EndsAt).NotNull()
                .Must((shift, end) => shift.StartsAt is not { } start || end is null || new ShiftContent(start, end.Value, 1).IsSensible)
                .WithRule(Rules.Shifts);
            RuleFor(shift => shift.Places).NotNull().Obeys(Rules.Places, places => places is >= 1 and <= MissionContent.MostPlaces);
        }
    }

    private sealed class AddressValidator : AbstractValidator<AddressInput>
    {
        public AddressValidator(Gazetteer gazetteer)
        {
            RuleFor(address => address.Street).MaximumLength(200);
            RuleFor(address => address.Commune).NotEmpty().MaximumLength(100);
            RuleFor(address => address.CommuneCode).NotEmpty().Obeys(Rules.CommuneCode, Communes.IsCode);
            RuleFor(address => address.Postcode).NotEmpty().Obeys(Rules.Postcode, Communes.IsPostcode);
            RuleFor(address => address.Coordinates)
                .Must((address, point) => point is null
                    ? !Communes.IsCode(address.CommuneCode ?? "") || gazetteer.Find(address.CommuneCode!) is not null
                    : point.Count == 2 && Math.Abs(point[0]) <= 180 && Math.Abs(point[1]) <= 90)
                .WithRule(Rules.Coordinates);
        }
    }
}
