using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Rules;
using FluentValidation;

namespace Benevolat.Missions.Features.Places.Importing;

internal sealed class PlaceBatchValidator : AbstractValidator<PlaceBatch>
{
    /// <summary>Communes in one batch; a thousand are about 180 KB.</summary>
    private const int Most = 2_000;

    private static readonly Rule Nothing = new("places.batch", "Le lot est vide.", "The batch is empty.");

    private static readonly Rule Department = new("places.department",
        "Ce n'est pas le département de ce code INSEE.", "This isn't the department of this INSEE code.");

    public PlaceBatchValidator()
    {
        RuleFor(batch => batch.Communes).AtMost(Most)
            .Must((batch, communes) => communes is { Count: > 0 } || batch.Merged is { Count: > 0 }).WithRule(Nothing);
        RuleForEach(batch => batch.Communes).NotNull().SetValidator(new CommuneValidator()!);
        RuleFor(batch => batch.Merged).AtMost(Most);
        RuleForEach(batch => batch.Merged).NotNull().SetValidator(new FormerValidator()!);
    }

    private static bool IsPoint(OfficialPoint point) =>
        point.Coordinates is [>= -180 and <= 180, >= -90 and <= 90];

    private sealed class CommuneValidator : AbstractValidator<OfficialCommune>
    {
        public CommuneValidator()
        {
            RuleFor(commune => commune.Nom).NotEmpty().MaximumLength(100);
            RuleFor(commune => commune.Code).NotEmpty().Obeys(Rules.CommuneCode, Communes.IsCode);
            RuleFor(commune => commune.CodesPostaux).AtMost(100);
            RuleForEach(commune => commune.CodesPostaux).NotEmpty().Obeys(Rules.Postcode, Communes.IsPostcode);
            RuleFor(commune => commune.CodeDepartement)
                .Must((commune, department) =>
                    department is null || !Communes.IsCode(commune.Code ?? "") || department == Communes.DepartmentOf(commune.Code!))
                .WithRule(Department);
            RuleFor(commune => commune.Population).GreaterThanOrEqualTo(0);
            RuleFor(commune => commune.Centre).NotNull().Obeys(Rules.Coordinates, IsPoint);
            RuleFor(commune => commune.AnciensCodes).AtMost(100);
            RuleForEach(commune => commune.AnciensCodes).NotEmpty().Obeys(Rules.CommuneCode, Communes.IsCode);
        }
    }

    private sealed class FormerValidator : AbstractValidator<OfficialFormerCommune>
    {
        public FormerValidator()
        {
            RuleFor(commune => commune.Code).NotEmpty().Obeys(Rules.CommuneCode, Communes.IsCode);
            RuleFor(commune => commune.ChefLieu).NotEmpty().Obeys(Rules.CommuneCode, Communes.IsCode);
            RuleFor(commune => commune.Nom).MaximumLength(100);
            RuleFor(commune => commune.CodesPostaux).AtMost(100);
            RuleForEach(commune => commune.CodesPostaux).NotEmpty().Obeys(Rules.Postcode, Communes.IsPostcode);
            RuleFor(commune => commune.Population).GreaterThanOrEqualTo(0);
            RuleFor(commune => commune.Centre).Obeys(Rules.Coordinates, IsPoint);
        }
    }
}
