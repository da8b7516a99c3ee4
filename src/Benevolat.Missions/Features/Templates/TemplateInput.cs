using System.ComponentModel;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Features.Authoring;
using Benevolat.Missions.Features.Places;
using FluentValidation;

namespace Benevolat.Missions.Features.Templates;

/// <summary>What a network writes about a template.</summary>
public sealed record TemplateInput(
    string? Name,
    MissionDomain? Domain,
    [property: Description("A mission half written; any field may be absent. `[…]` stands for what the organisation fills in.")] MissionInput? Content)
{
    /// <summary>Nobody's account welcomes everywhere, and the domain is the template's.</summary>
    internal MissionInput ToContent() => Content! with { WelcomerId = null, Domain = Domain };
}

internal sealed class TemplateInputValidator : AbstractValidator<TemplateInput>
{
    private const int LongestName = 120;

    public TemplateInputValidator(Gazetteer gazetteer, TimeProvider clock)
    {
        RuleFor(template => template.Name).NotEmpty().MaximumLength(LongestName);
        RuleFor(template => template.Domain).NotNull();
        RuleFor(template => template.Content).NotNull();
        RuleFor(template => Completed(template.Content!)).SetValidator(new MissionInputValidator(gazetteer, clock))
            .When(template => template.Content is not null).OverridePropertyName(nameof(TemplateInput.Content));
    }

    /// <summary>What is there must be right; what is absent is for the organisation to write.</summary>
    private static MissionInput Completed(MissionInput content) => content with
    {
        Title = content.Title ?? "Titre à écrire",
        Description = content.Description ?? "Description à écrire",
        Domain = content.Domain ?? MissionDomain.Autre,
        Kind = content.Kind ?? MissionKind.Regular,
        Places = content.Places ?? 1,
    };
}
