using Benevolat.Contracts.Vocabulary;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Scoring;

namespace Benevolat.Matching.Tests.Domain;

public sealed class SentenceTests
{
    private static readonly Sentences French = new(English: false, ToVolunteer: true);
    private static readonly Sentences English = new(English: true, ToVolunteer: true);

    [Theory]
    [InlineData(MatchPart.Hours, "Vous êtes libre le mercredi après-midi, comme cette mission.", "You are free on Wednesday afternoons, like this mission.")]
    [InlineData(MatchPart.Distance, "C'est à 3,4 km de chez vous, à Villeurbanne.", "It is 3.4 km from you, in Villeurbanne.")]
    [InlineData(MatchPart.Skills, "Vos compétences y servent : Écoute.", "Your skills are of use here: Écoute.")]
    [InlineData(MatchPart.Causes, "La cause vous tient à cœur : l'éducation.", "It is a cause you care about: education.")]
    [InlineData(MatchPart.Kind, "Vous cherchez une mission régulière.", "You are looking for a regular mission.")]
    public void Every_part_tells_its_fact_to_the_volunteer(MatchPart part, string french, string english)
    {
        var facts = Match().Facts;
        Assert.Equal(french, French.Of(part, facts));
        Assert.Equal(english, English.Of(part, facts));
    }

    [Theory]
    [InlineData(MatchPart.Hours, "Libre le mercredi après-midi, comme votre mission.")]
    [InlineData(MatchPart.Distance, "À 3,4 km de la mission.")]
    [InlineData(MatchPart.Skills, "A des compétences que vous cherchez : Écoute.")]
    [InlineData(MatchPart.Causes, "Cette cause lui tient à cœur : l'éducation.")]
    [InlineData(MatchPart.Kind, "Cherche une mission régulière.")]
    public void Every_part_tells_its_fact_to_the_organisation(MatchPart part, string french) =>
        Assert.Equal(french, new Sentences(English: false, ToVolunteer: false).Of(part, Match().Facts));

    [Fact]
    public void Several_windows_are_told_in_the_order_of_the_week()
    {
        var facts = Match().Facts with { Windows = WeekWindow.Largest([57, 62, 63, 9, 10, 11, 140], 2) };
        Assert.Equal("Vous êtes libre le lundi matin et le mercredi après-midi, comme cette mission.", French.Of(MatchPart.Hours, facts));
    }

    [Fact]
    public void Places_take_their_article()
    {
        Assert.Equal("au Havre", Words.At("Le Havre"));
        Assert.Equal("aux Abymes", Words.At("Les Abymes"));
        Assert.Equal("à Lens", Words.At("Lens"));
    }

    [Fact]
    public void Ones_own_commune_and_remote_work_have_their_own_words()
    {
        var facts = Match().Facts;
        Assert.Equal("C'est dans votre commune, Villeurbanne.", French.Of(MatchPart.Distance, facts with { SameCommune = true }));
        Assert.Equal("This mission can be done from home, as you wish.", English.Of(MatchPart.Distance, facts with { DistanceKm = null, Address = null }));
    }

    [Fact]
    public void There_are_words_for_the_whole_vocabulary()
    {
        foreach (var english in (bool[])[true, false])
        {
            Assert.All(Enum.GetValues<MissionDomain>(), domain => Assert.NotEmpty(Words.Of(domain, english)));
            Assert.All(Enum.GetValues<MissionKind>(), kind => Assert.NotEmpty(Words.Of(kind, english)));
            Assert.All(Enumerable.Range(0, 28), window => Assert.NotEmpty(Words.Of(new WeekWindow(window / 4, (DayPart)(window % 4)), english)));
        }
    }

    private static Match Match()
    {
        var volunteer = Volunteer.Unheard(Guid.NewGuid());
        volunteer.Hear(Facts.Profile());
        return Scorer.Score(volunteer, Facts.Mission(), TimeProvider.System.GetUtcNow())!;
    }
}
