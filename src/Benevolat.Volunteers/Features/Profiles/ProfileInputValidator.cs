using Benevolat.Contracts.Vocabulary;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.Volunteers.Domain;
using FluentValidation;

namespace Benevolat.Volunteers.Features.Profiles;

internal sealed class ProfileInputValidator : AbstractValidator<ProfileInput>
{
    public ProfileInputValidator()
    {
        RuleFor(input => input.FirstName).Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= ProfileDetails.LongestFirstName)
            .WithMessage(_ => ProfileRules.FirstName.Localized());
        RuleFor(input => input.Place).Must((input, place) => place is not null || input.Remote == true)
            .WithMessage(_ => ProfileRules.Nowhere.Localized());
        RuleFor(input => input.Place!).SetValidator(new PlaceInputValidator()).When(input => input.Place is not null);
        RuleFor(input => input.RadiusKm).Must(radius => radius is >= 1 and <= ProfileDetails.WidestRadiusKm)
            .WithMessage(_ => ProfileRules.Radius.Localized());
        RuleFor(input => input.HoursPerWeek).Must(hours => hours is null or (> 0 and <= WeekHours.HoursInAWeek))
            .WithMessage(_ => ProfileRules.HoursPerWeek.Localized());
        RuleFor(input => input.Skills).Must(skills => skills is null || skills.Count <= ProfileDetails.MostSkills)
            .WithMessage(_ => ProfileRules.Skills.Localized());
        RuleForEach(input => input.Skills).Must(skill => !string.IsNullOrWhiteSpace(skill) && skill.Length <= ProfileDetails.LongestSkill)
            .WithMessage(_ => ProfileRules.Skills.Localized());
        RuleFor(input => input.SkillsToLearn).Must(skills => skills is null || skills.Count <= ProfileDetails.MostSkills)
            .WithMessage(_ => ProfileRules.SkillsToLearn.Localized());
        RuleForEach(input => input.SkillsToLearn).Must(skill => !string.IsNullOrWhiteSpace(skill) && skill.Length <= ProfileDetails.LongestSkill)
            .WithMessage(_ => ProfileRules.SkillsToLearn.Localized());
        RuleFor(input => input.Causes).Must(causes => causes is null || causes.Count <= Enum.GetValues<MissionDomain>().Length);
        RuleFor(input => input.Kinds).Must(kinds => kinds is null || kinds.Count <= Enum.GetValues<MissionKind>().Length);
    }
}

internal sealed class PlaceInputValidator : AbstractValidator<PlaceInput>
{
    public PlaceInputValidator()
    {
        RuleFor(place => place.Commune).NotEmpty().MaximumLength(100);
        RuleFor(place => place.CommuneCode).Must(code => code is { Length: 5 } && code.All(char.IsAsciiLetterOrDigit))
            .WithMessage(_ => ProfileRules.CommuneCode.Localized());
        RuleFor(place => place.Postcode).NotEmpty().Matches("^[0-9]{5}$");
        RuleFor(place => place.Coordinates).Must(point => point is [>= -180 and <= 180, >= -90 and <= 90])
            .WithMessage(_ => ProfileRules.Coordinates.Localized());
    }
}
