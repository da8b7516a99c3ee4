using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Authoring;
using Benevolat.Missions.Features.Places;
using Benevolat.ServiceDefaults.Rules;
using FluentValidation;

namespace Benevolat.Missions.Features.Networks;

/// <summary>
/// What can be said field by field, in the feed's own words; the rest is the mission's own validator on the mapped shape.
/// </summary>
internal sealed class NationalMissionValidator : AbstractValidator<NationalMission>
{
    private static readonly Rule Remote = new("network.remote",
        "« remote » vaut no, possible, full ou local.", "“remote” is no, possible, full or local.");

    private static readonly Rule Type = new("network.type",
        "Seules les missions de type « benevolat » sont prises.", "Only missions of type “benevolat” are taken.");

    private static readonly Rule Date = new("network.date",
        "Une date s'écrit 2027-01-31, un instant 2027-01-31T14:00:00+01:00.", "A date is written 2027-01-31, an instant 2027-01-31T14:00:00+01:00.");

    private static readonly Rule Commune = new("network.commune",
        "Aucune commune connue n'a ce code postal et ce nom : précisez son code INSEE.",
        "No commune that is known has this postcode and name: add its INSEE code.");

    public NationalMissionValidator(Gazetteer gazetteer)
    {
        RuleFor(mission => mission.Title).NotEmpty().Obeys(Rules.Title, title => title.Trim().Length is >= 5 and <= MissionContent.LongestTitle);
        RuleFor(mission => mission.Description).NotEmpty().Obeys(Rules.Description, text => text.Length <= MissionContent.LongestDescription);
        RuleFor(mission => mission.Domain).NotNull();
        RuleFor(mission => mission.Remote).Obeys(Remote, NationalMapping.IsRemote);
        RuleFor(mission => mission.Type).Obeys(Type, type => type == "benevolat");
        RuleFor(mission => mission.Places).Obeys(Rules.Places, places => places is >= 1 and <= MissionContent.MostPlaces);
        RuleFor(mission => mission.StartAt).Obeys(Date, NationalMapping.IsDate);
        RuleFor(mission => mission.EndAt).Obeys(Date, NationalMapping.IsDate);
        RuleFor(mission => mission.ApplicationUrl).MaximumLength(2_000).Obeys(WebAddress.Rule, WebAddress.IsValid);
        RuleFor(mission => mission.Schedule).MaximumLength(2_000);
        Words();
        Organisation();
        RuleFor(mission => mission.Addresses).AtMost(50);
        RuleForEach(mission => mission.Addresses).NotNull().SetValidator(new AddressValidator(gazetteer)!);
    }

    private void Words()
    {
        RuleFor(mission => mission.Activities).AtMost(20);
        RuleForEach(mission => mission.Activities).NotEmpty().Obeys(Rules.Slug, word => MissionInputValidator.IsSlug(NationalMapping.Slug(word)));
        RuleFor(mission => mission.Audience).AtMost(20);
        RuleForEach(mission => mission.Audience).NotEmpty().Obeys(Rules.Slug, word => MissionInputValidator.IsSlug(NationalMapping.Slug(word)));
        foreach (var list in new[] { nameof(NationalMission.Tags), nameof(NationalMission.Tasks), nameof(NationalMission.Requirements) })
        {
            RuleFor(mission => Texts(mission, list)).AtMost(50).OverridePropertyName(list);
            RuleForEach(mission => Texts(mission, list)).MaximumLength(1_000).OverridePropertyName(list);
        }

        RuleFor(mission => mission.SoftSkills).AtMost(15);
        RuleForEach(mission => mission.SoftSkills).NotEmpty().MaximumLength(100);
        RuleFor(mission => mission.RomeSkills).AtMost(15);
        RuleForEach(mission => mission.RomeSkills).NotEmpty().MaximumLength(100);
    }

    private void Organisation()
    {
        RuleFor(mission => mission.OrganizationName).NotEmpty().Obeys(Rules.Name, name => name.Trim().Length is >= 2 and <= OrganisationProfile.LongestName);
        RuleFor(mission => mission.OrganizationClientId).MaximumLength(200);
        RuleFor(mission => mission.OrganizationDescription).MaximumLength(OrganisationProfile.LongestPurpose);
        RuleFor(mission => mission.OrganizationUrl).MaximumLength(500).Obeys(WebAddress.Rule, WebAddress.IsValid);
        RuleFor(mission => mission.OrganizationRNA).Obeys(Rules.Rna, BusinessNumbers.IsRna);
        RuleFor(mission => mission.OrganizationSiren).Obeys(Rules.Siren, BusinessNumbers.IsSiren);
        RuleFor(mission => mission.OrganizationSiret).Obeys(Rules.Siret, BusinessNumbers.IsSiret);
        RuleFor(mission => mission.OrganizationPostCode).Obeys(Rules.Postcode, Communes.IsPostcode);
        RuleFor(mission => mission.OrganizationCity).MaximumLength(100);
    }

    private static IReadOnlyList<string?>? Texts(NationalMission mission, string list) => list switch
    {
        nameof(NationalMission.Tags) => mission.Tags,
        nameof(NationalMission.Tasks) => mission.Tasks,
        _ => mission.Requirements,
    };

    private sealed class AddressValidator : AbstractValidator<NationalAddress>
    {
        public AddressValidator(Gazetteer gazetteer)
        {
            RuleFor(address => address.Street).MaximumLength(200);
            RuleFor(address => address.City).NotEmpty().MaximumLength(100);
            RuleFor(address => address.PostalCode).NotEmpty().Obeys(Rules.Postcode, Communes.IsPostcode);
            RuleFor(address => address.InseeCode).Obeys(Rules.CommuneCode, Communes.IsCode)
                .Must((address, code) =>
                    code is not null || gazetteer.PlaceIn(address) is not null || address is not { PostalCode.Length: > 0, City.Length: > 0 })
                .WithRule(Commune);
            RuleFor(address => address.Location).Must((address, point) => point is null
                    ? !Communes.IsCode(address.InseeCode ?? "") || gazetteer.PlaceIn(address) is not null
                    : point is { Lat: >= -90 and <= 90, Lon: >= -180 and <= 180 })
                .WithRule(Rules.Coordinates);
        }
    }
}
