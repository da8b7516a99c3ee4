using System.Text.Json;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;
using Benevolat.Missions.Features.Authoring;
using Benevolat.Missions.Features.Places;
using Benevolat.Missions.Features.Templates;
using Benevolat.ServiceDefaults.Json;

namespace Benevolat.Missions.Tests.Domain.Coaching;

public sealed class Templates_are_good_beginnings
{
    private static readonly Gazetteer Gazetteer = new();

    public static TheoryData<string> Codes => new(BuiltInTemplates.All.Select(template => template.Code));

    [Fact]
    public void There_are_enough_and_every_domain_has_one()
    {
        Assert.True(BuiltInTemplates.All.Count(template => Coached.Codes(template.Content.ToContent(Gazetteer)).Contains("blank-left")) >= 24);
        Assert.Equal(BuiltInTemplates.All.Count, BuiltInTemplates.All.Select(template => template.Code).Distinct().Count());
        Assert.Equal(Enum.GetValues<MissionDomain>().Order(), BuiltInTemplates.All.Select(template => template.Domain).Distinct().Order());
    }

    [Theory, MemberData(nameof(Codes))]
    public void Only_its_blanks_and_what_nobody_else_knows_block_it(string code)
    {
        var content = Of(code).ToContent(Gazetteer);
        Assert.Empty(Coached.Look(content).Blocking.Select(finding => finding.Rule.Code).Except(["coach.blank-left", "coach.place-missing"]));
    }

    [Theory, MemberData(nameof(Codes))]
    public void Filled_in_it_is_nearly_done(string code)
    {
        var report = Coached.Look(Filled(Of(code)));
        Assert.Empty(report.Blocking);
        Assert.True(report.Score >= 75, $"{report.Score}: {string.Join(' ', report.Findings.Select(finding => $"{finding.Rule.Code} {finding.Match}"))}");
    }

    [Theory, MemberData(nameof(Codes))]
    public void It_is_what_a_network_might_have_sent(string code)
    {
        var template = BuiltInTemplates.All.Single(template => template.Code == code);
        Assert.True(MissionInputValidator.IsSlug(code));
        Assert.Equal(template.Domain, template.Content.Domain);
        Assert.Empty(new TemplateInputValidator(Gazetteer, TimeProvider.System).Validate(new TemplateInput(template.Name, template.Domain, template.Content)).Errors);
    }

    private static MissionInput Of(string code) => BuiltInTemplates.All.Single(template => template.Code == code).Content;

    /// <summary>As somebody fills it in: the blanks, where it is, and the day when it happens once.</summary>
    private static MissionContent Filled(MissionInput template)
    {
        var text = JsonSerializer.Serialize(template, JsonConventions.Tolerant).Replace("[\\u2026]", "dix", StringComparison.Ordinal);
        var content = JsonSerializer.Deserialize<MissionInput>(text, JsonConventions.Tolerant)!.ToContent(Gazetteer);
        return content with
        {
            Addresses = content.Remote == RemoteWork.Full ? [] : Coached.Ready.Addresses,
            Shifts = content.Kind == MissionKind.OneOff ? [new ShiftContent(Coached.Saturday, Coached.Saturday.AddHours(4), content.Places)] : [],
        };
    }
}
