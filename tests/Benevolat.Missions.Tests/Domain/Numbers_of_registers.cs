using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Tests.Domain;

public sealed class Numbers_of_registers
{
    [Theory]
    [InlineData("W691234567", true)]
    [InlineData("W9R1011072", true)]
    [InlineData("W2A1001234", true)]
    [InlineData("w691234567", false)]
    [InlineData("W69123456", false)]
    [InlineData("W6912345678", false)]
    [InlineData("691234567", false)]
    [InlineData("W69123456é", false)]
    [InlineData("", false)]
    public void An_RNA_is_W_and_nine_more(string text, bool valid) => Assert.Equal(valid, BusinessNumbers.IsRna(text));

    [Theory]
    [InlineData("732829320", true)]
    [InlineData("356000000", true)]
    [InlineData("732829321", false)]
    [InlineData("73282932", false)]
    [InlineData("73282932a", false)]
    [InlineData("٧٣٢٨٢٩٣٢٠", false)]
    public void A_SIREN_checks_itself(string text, bool valid) => Assert.Equal(valid, BusinessNumbers.IsSiren(text));

    [Theory]
    [InlineData("73282932000074", true)]
    [InlineData("73282932000075", false)]
    [InlineData("7328293200007", false)]
    [InlineData("35600000000048", true)]
    [InlineData("35600000049837", true)]
    [InlineData("35600000049838", false)]
    public void A_SIRET_checks_itself_and_La_Poste_counts_otherwise(string text, bool valid) => Assert.Equal(valid, BusinessNumbers.IsSiret(text));

    [Theory]
    [InlineData("69123", "69")]
    [InlineData("2A004", "2A")]
    [InlineData("97411", "974")]
    [InlineData("98818", "988")]
    [InlineData("01004", "01")]
    public void A_commune_code_names_its_department(string commune, string department)
    {
        Assert.True(Communes.IsCode(commune));
        Assert.True(Communes.IsDepartment(department));
        Assert.Equal(department, Communes.DepartmentOf(commune));
    }

    [Theory]
    [InlineData("6912")]
    [InlineData("2C004")]
    [InlineData("691234")]
    [InlineData("69 23")]
    public void What_is_no_commune_code_is_refused(string text) => Assert.False(Communes.IsCode(text));
}
