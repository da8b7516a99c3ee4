using Benevolat.Missions.Domain;
using FluentValidation;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>What is said must be well-formed. Whether all of it must be said depends on the organisation's state.</summary>
internal abstract class OrganisationInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : OrganisationInput
{
    /// <param name="mustBeComplete">False for drafts.</param>
    protected OrganisationInputValidator(Func<TInput, bool> mustBeComplete)
    {
        RuleFor(input => input.Name).NotEmpty().Obeys(Rules.Name, name => name.Trim().Length is >= 2 and <= OrganisationProfile.LongestName);
        RuleFor(input => input.Purpose).MaximumLength(OrganisationProfile.LongestPurpose);
        RuleFor(input => input.Rna).Obeys(Rules.Rna, BusinessNumbers.IsRna);
        RuleFor(input => input.Siren).Obeys(Rules.Siren, BusinessNumbers.IsSiren);
        RuleFor(input => input.Siret).Obeys(Rules.Siret, BusinessNumbers.IsSiret);
        RuleFor(input => input.CourtRegister).MaximumLength(OrganisationProfile.LongestCourtRegister)
            .Must((input, register) => string.IsNullOrWhiteSpace(register) || MayHaveCourtRegister(input.Address?.CommuneCode)).WithRule(OrganisationRules.CourtRegister);
        RuleFor(input => input.Website).MaximumLength(500).Obeys(WebAddress.Rule, WebAddress.IsValid);
        RuleFor(input => input.Address).SetValidator(new AddressShape()!);
        When(input => mustBeComplete(input), () =>
        {
            RuleFor(input => input.Purpose).NotEmpty();
            RuleFor(input => input.Address).NotNull().SetValidator(new AddressComplete()!);
        });
    }

    /// <summary>Where the commune is missing or wrong nobody can tell yet.</summary>
    private static bool MayHaveCourtRegister(string? communeCode) =>
        communeCode is null || !Communes.IsCode(communeCode) || OrganisationProfile.HasCourtRegister(communeCode);

    private sealed class AddressShape : AbstractValidator<OrganisationAddressInput>
    {
        public AddressShape()
        {
            RuleFor(address => address.Street).MaximumLength(200);
            RuleFor(address => address.Commune).MaximumLength(100);
            RuleFor(address => address.CommuneCode).Obeys(Rules.CommuneCode, Communes.IsCode);
            RuleFor(address => address.Postcode).Obeys(Rules.Postcode, Communes.IsPostcode);
        }
    }

    private sealed class AddressComplete : AbstractValidator<OrganisationAddressInput>
    {
        public AddressComplete()
        {
            RuleFor(address => address.Commune).NotEmpty();
            RuleFor(address => address.CommuneCode).NotEmpty();
            RuleFor(address => address.Postcode).NotEmpty();
        }
    }
}

/// <summary>A profile that a moderator can judge.</summary>
internal sealed class CompleteProfileValidator() : OrganisationInputValidator<OrganisationInput>(_ => true);
