namespace Benevolat.Missions.Tests.Domain;

public sealed class Some_skills_are_required
{
    [Theory]
    [InlineData("permis B", "Permis B", true)]
    [InlineData("pédagogie", "  PEDAGOGIE.", true)]
    [InlineData("langue des signes", "Langue des signes, parce que deux participants sont sourds", true)]
    [InlineData("permis B", "Permis B pour conduire le minibus", true)]
    [InlineData("permis B", "Le permis B est un plus", false)]
    [InlineData("permis B", "Permis B souhaité", false)]
    [InlineData("permis B", "Permis", false)]
    [InlineData("cuisine", "Pas besoin de savoir faire la cuisine", false)]
    [InlineData("+", "Pour conduire le minibus, un permis", false)]
    public void Those_that_stand_among_the_prerequisites(string skill, string prerequisite, bool required)
    {
        var mission = Given.Draft(Given.Content with { Skills = ["bonne humeur", skill], Prerequisites = ["Être disponible en juin", prerequisite] });
        Assert.Equal(required ? [skill] : [], mission.RequiredSkills());
    }

    [Fact]
    public void None_without_prerequisites() => Assert.Empty(Given.Draft(Given.Content with { Skills = ["cuisine"] }).RequiredSkills());
}
