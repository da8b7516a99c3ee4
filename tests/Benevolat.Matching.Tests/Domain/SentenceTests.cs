using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Contracts.Volunteers;
using Benevolat.Index.Matching;
using Benevolat.Matching.Domain;
using Benevolat.Matching.Domain.Scoring;
using Benevolat.Matching.Features.Recommendations.Indexing;

namespace Benevolat.Matching.Tests.Domain;

public sealed class SentenceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Sentences French = new(English: false, ToVolunteer: true);
    private static readonly Sentences English = new(English: true, ToVolunteer: true);

    [Theory]
    [InlineData(MatchPart.Hours, "Vous êtes libre le mercredi après-midi, comme cette mission.", "You are free on Wednesday afternoons, like this mission.")]
    [InlineData(MatchPart.Distance, "C'est à 3,4 km de chez vous, à Villeurbanne.", "It is 3.4 km from you, in Villeurbanne.")]
    [InlineData(MatchPart.Skills, "Vos compétences y servent : Écoute.", "Your skills are of use here: Écoute.")]
    [InlineData(MatchPart.Causes, "La cause vous tient à cœur : l'éducation.", "It is a cause you care about: education.")]
    [InlineData(MatchPart.Kind, "Vous cherchez une mission régulière.", "You are looking for a regular mission.")]
    [InlineData(MatchPart.Pathway, "Elle vous mènerait un pas plus loin.", "It would take you one step further.")]
    [InlineData(MatchPart.Responsiveness, "L'association est nouvelle ici : on ne sait pas encore comment elle répond.", "The organisation is new here: how it answers isn't known yet.")]
    [InlineData(MatchPart.Feedback, "Personne n'a encore dit si la mission est comme elle est décrite.", "Nobody has said yet whether the mission is as described.")]
    public void Every_part_tells_its_fact_to_the_volunteer(MatchPart part, string french, string english)
    {
        var hit = Hit();
        Assert.Equal(french, French.Of(part, hit, Facts.Mission(), homeCommune: null));
        Assert.Equal(english, English.Of(part, hit, Facts.Mission(), homeCommune: null));
    }

    [Theory]
    [InlineData(MatchPart.Hours, "Libre le mercredi après-midi, comme votre mission.")]
    [InlineData(MatchPart.Distance, "À 3,4 km de la mission.")]
    [InlineData(MatchPart.Skills, "A des compétences que vous cherchez : Écoute.")]
    [InlineData(MatchPart.Causes, "Cette cause lui tient à cœur : l'éducation.")]
    [InlineData(MatchPart.Kind, "Cherche une mission régulière.")]
    [InlineData(MatchPart.Pathway, "Ce serait pour cette personne un pas de plus.")]
    public void Every_part_tells_its_fact_to_the_organisation(MatchPart part, string french) =>
        Assert.Equal(french, new Sentences(English: false, ToVolunteer: false).Of(part, Hit(), Facts.Mission(), homeCommune: null));

    [Theory]
    [InlineData(0.95, "L'association répond presque toujours, et vite.")]
    [InlineData(0.7, "L'association répond le plus souvent.")]
    [InlineData(0.2, "L'association tarde souvent à répondre.")]
    public void How_an_organisation_answers_is_told_as_it_is(double value, string sentence) =>
        Assert.Equal(sentence, French.Of(MatchPart.Responsiveness, Hit(standing: MissionStanding.New with { Responsiveness = value }), Facts.Mission(), null));

    [Theory]
    [InlineData(1.0, "Les bénévoles la trouvent comme elle est décrite.")]
    [InlineData(0.65, "Les bénévoles la trouvent plutôt comme elle est décrite.")]
    [InlineData(0.1, "Des bénévoles l'ont trouvée différente de sa description.")]
    public void What_volunteers_said_is_told_as_it_is(double value, string sentence) =>
        Assert.Equal(sentence, French.Of(MatchPart.Feedback, Hit(standing: MissionStanding.New with { Feedback = value }), Facts.Mission(), null));

    [Fact]
    public void Several_windows_are_told_in_the_order_of_the_week()
    {
        var mission = Facts.Mission() with { Hours = ["wed-14", "wed-15", "mon-9", "mon-10"], HoursPerWeek = null };
        var hit = Hit(mission, Facts.Profile() with { Hours = ["mon-9", "mon-10", "wed-14", "wed-15"] });
        Assert.Equal("Vous êtes libre le lundi matin et le mercredi après-midi, comme cette mission.", French.Of(MatchPart.Hours, hit, mission, null));
    }

    [Fact]
    public void A_dated_shift_is_told_by_its_hours_in_France()
    {
        var wednesday = new DateTimeOffset(2026, 12, 2, 13, 0, 0, TimeSpan.Zero); // 14:00 in Paris
        var mission = Facts.Mission() with { Hours = [], Shifts = [new(Guid.NewGuid(), wednesday, wednesday.AddHours(2), 5)] };
        Assert.Equal("Vous êtes libre le mercredi après-midi, comme cette mission.", French.Of(MatchPart.Hours, Hit(mission), mission, null));
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
        Assert.Equal("C'est dans votre commune, Villeurbanne.", French.Of(MatchPart.Distance, Hit(), Facts.Mission(), homeCommune: "69266"));
        var remote = Facts.Mission() with { Remote = RemoteWork.Full, Addresses = [] };
        Assert.Equal("This mission can be done from home, as you wish.", English.Of(MatchPart.Distance, Hit(remote, Facts.Profile() with { Remote = true }), remote, null));
    }

    [Fact]
    public void What_could_be_learnt_is_a_reason_too()
    {
        var hit = Hit(profile: Facts.Profile() with { Skills = [], SkillsToLearn = ["pedagogie"] });
        Assert.Equal("Vous pourriez y apprendre ce que vous souhaitez : Pédagogie.", French.Of(MatchPart.Skills, hit, Facts.Mission(), null));
    }

    [Theory]
    [InlineData(MatchPart.Skills, "Si vous savez faire cela aussi, dites-le : Pédagogie.")]
    [InlineData(MatchPart.Distance, null)]
    [InlineData(MatchPart.Causes, null)]
    public void What_would_improve_the_match_is_what_the_volunteer_can_change(MatchPart part, string? sentence) =>
        Assert.Equal(sentence, French.Improve(part, Hit(), Facts.Mission()));

    [Fact]
    public void What_was_not_said_is_asked_for()
    {
        var silent = Hit(profile: Facts.Profile() with { Hours = [], Causes = [], Kinds = [], Skills = [] });
        Assert.Equal(
            ["Dites quand vous êtes libre : nous verrions si ses horaires vous vont.", "Dites les causes qui vous tiennent à cœur.", "Dites quel engagement vous cherchez.", "Dites ce que vous savez faire."],
            ((MatchPart[])[MatchPart.Hours, MatchPart.Causes, MatchPart.Kind, MatchPart.Skills]).Select(part => French.Improve(part, silent, Facts.Mission())));
    }

    [Fact]
    public void A_near_miss_says_which_condition_failed()
    {
        Assert.Equal("Elle est à 3,4 km, au-delà des 3 km que vous avez choisis.", Miss(Facts.Mission(), Facts.Profile() with { RadiusKm = 3 }));
        Assert.Equal("Elle a lieu le mercredi après-midi, quand vous n'êtes pas libre.", Miss(Facts.Mission(), Facts.Profile() with { Hours = ["mon-9"] }));
        Assert.Equal("Il faut savoir faire cela : Permis B.", Miss(Facts.Mission() with { RequiredSkills = ["Permis B"] }, Facts.Profile()));
        Assert.Equal("Elle n'est pas accessible à mobilité réduite.", Miss(Facts.Mission(), Facts.Profile() with { NeedsAccessibility = true }));
        Assert.Equal("Elle n'est pas ouverte aux mineurs.", Miss(Facts.Mission(), Facts.Profile() with { OnlyOpenToMinors = true }));
        Assert.Equal("Elle ne se fait qu'à distance, ce que vous n'avez pas choisi.", Miss(Facts.Mission() with { Remote = RemoteWork.Full, Addresses = [] }, Facts.Profile()));
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

    private static MatchHit Hit(MissionFacts? mission = null, VolunteerProfileChanged? profile = null, MissionStanding? standing = null) =>
        Assert.Single(Index(mission, standing).Best(Somebody(profile), new() { Now = Now }));

    private static string Miss(MissionFacts mission, VolunteerProfileChanged profile)
    {
        var miss = Assert.Single(Index(mission).NearMisses(Somebody(profile), new() { Now = Now }));
        return French.Missing(miss, mission, profile.RadiusKm);
    }

    private static MissionMatches Index(MissionFacts? mission = null, MissionStanding? standing = null)
    {
        var matcher = new MissionMatcher();
        matcher.Build([MatchProfiles.Of(Guid.NewGuid(), mission ?? Facts.Mission(), standing ?? MissionStanding.New)]);
        return matcher.Current;
    }

    private static MatchVolunteer Somebody(VolunteerProfileChanged? profile)
    {
        var volunteer = Volunteer.Unheard(Guid.NewGuid());
        volunteer.Hear(profile ?? Facts.Profile(), Now);
        return MatchProfiles.Of(volunteer, MatchStep.OneOff);
    }
}
