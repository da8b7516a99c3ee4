using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Tests.Domain;

public sealed class An_organisation_lives
{
    private static readonly Actor Member = Actor.Member(Given.Owner);
    private static readonly OrganisationProfile OnlyAName = new("Le Goût des autres", "", null, null, null, null, null, null, null, null);

    [Fact]
    public void A_draft_needs_a_name_and_nothing_else_until_it_is_handed_in()
    {
        var organisation = Organisation.Draft(OnlyAName, Given.Owner, Given.Now);
        Assert.Equal((OrganisationState.Draft, null), (organisation.State, organisation.SubmittedAt));
        Assert.Same(OrganisationRules.Incomplete, Given.Broken(() => organisation.Submit(Actor.Member(Given.Owner), Given.Now)));
        Assert.True(organisation.Edit(OnlyAName with { Purpose = "Repas partagés." }, Member, Given.Now));
        Assert.True(organisation.Edit(Given.Profile, Member, Given.Now));
        organisation.Submit(Actor.Member(Given.Owner), Given.Now.AddHours(1));
        Assert.Equal((OrganisationState.Pending, Given.Now.AddHours(1), 4), (organisation.State, organisation.SubmittedAt, organisation.Version));
    }

    [Fact]
    public void After_that_nothing_may_go_missing_again()
    {
        var organisation = Given.Pending();
        Assert.Same(OrganisationRules.Incomplete, Given.Broken(() => organisation.Edit(Given.Profile with { Commune = null }, Member, Given.Now)));
        Assert.False(organisation.Edit(Given.Profile with { }, Member, Given.Now));
        Assert.True(organisation.Edit(Given.Profile with { Purpose = "Repas et jardins." }, Member, Given.Now));
    }

    [Fact]
    public void One_that_is_verified_stays_so_under_another_name_and_is_looked_at_again()
    {
        var organisation = Given.Pending();
        organisation.Edit(Given.Profile with { Name = "Avant" }, Member, Given.Now);
        Assert.Null(organisation.IdentityChangedAt);
        Assert.True(organisation.Verify(Given.Moderator, Given.Now));

        organisation.Edit(organisation.Profile with { Purpose = "Autre chose." }, Member, Given.Now.AddDays(1));
        Assert.Null(organisation.IdentityChangedAt);
        organisation.Edit(organisation.Profile with { Name = "Après" }, Member, Given.Now.AddDays(2));
        Assert.Equal((OrganisationState.Verified, Given.Now.AddDays(2)), (organisation.State, organisation.IdentityChangedAt));
        Assert.StartsWith("Avant", organisation.History[^1].Reason, StringComparison.Ordinal);
        Assert.Equal([OrganisationFlag.IdentityChanged], OrganisationFlags.Of(organisation));

        Assert.False(organisation.Verify(Given.Moderator, Given.Now.AddDays(3)));
        Assert.Null(organisation.IdentityChangedAt);
        Assert.Same(Rules.OrganisationTransition, Given.Broken(() => organisation.Verify(Given.Moderator, Given.Now.AddDays(3))));
    }

    [Fact]
    public void What_is_refused_may_be_mended_and_handed_in_again()
    {
        var organisation = Given.Pending();
        organisation.Refuse("Le RNA est celui d'une autre.", Given.Moderator, Given.Now);
        Assert.Equal((OrganisationState.Draft, "Le RNA est celui d'une autre."), (organisation.State, organisation.StateReason));
        organisation.Submit(Actor.Member(Given.Owner), Given.Now);
        Assert.Null(organisation.StateReason);
    }

    /// <summary>All twelve ways that aren't allowed, and the six that are.</summary>
    [Fact]
    public void Only_the_steps_of_the_table_are_taken()
    {
        var steps = new (OrganisationState From, OrganisationState To)[]
        {
            (OrganisationState.Draft, OrganisationState.Pending), (OrganisationState.Pending, OrganisationState.Draft), (OrganisationState.Pending, OrganisationState.Verified),
            (OrganisationState.Pending, OrganisationState.Suspended), (OrganisationState.Verified, OrganisationState.Suspended), (OrganisationState.Suspended, OrganisationState.Verified),
        };
        foreach (var from in Enum.GetValues<OrganisationState>())
        {
            foreach (var to in Enum.GetValues<OrganisationState>())
            {
                var organisation = In(from);
                if (steps.Contains((from, to))) { Move(organisation, to); }
                else { Assert.Same(Rules.OrganisationTransition, Given.Broken(() => Move(organisation, to))); }
                Assert.Equal(steps.Contains((from, to)) ? to : from, organisation.State);
            }
        }
    }

    [Fact]
    public void Every_step_is_kept_with_who_when_and_why()
    {
        var organisation = Given.Pending();
        organisation.Refuse("À compléter", Given.Moderator, Given.Now.AddHours(1));
        organisation.Submit(Actor.Member(Given.Owner), Given.Now.AddHours(2));
        organisation.Verify(Given.Moderator, Given.Now.AddHours(3), "Statuts reçus");
        organisation.Suspend("Plainte", Given.Moderator, Given.Now.AddHours(4));
        Assert.Equal(
            [
                (null, OrganisationState.Pending, ActorKind.Member, null), (OrganisationState.Pending, OrganisationState.Draft, ActorKind.Moderator, "À compléter"),
                (OrganisationState.Draft, OrganisationState.Pending, ActorKind.Member, null), (OrganisationState.Pending, OrganisationState.Verified, ActorKind.Moderator, "Statuts reçus"),
                (OrganisationState.Verified, OrganisationState.Suspended, ActorKind.Moderator, "Plainte"),
            ],
            organisation.History.Select(step => ((OrganisationState?, OrganisationState, ActorKind, string?))(step.From, step.To, step.Actor, step.Reason)));
        Assert.Equal([0, 1, 2, 3, 4], organisation.History.Select(step => (step.At - Given.Now).TotalHours));
        Assert.Equal(Given.Owner, organisation.History[0].ActorId);

        var imported = Assert.Single(Organisation.Import(Given.Profile, Given.Owner, "x", Given.Now).History);
        Assert.Equal((ActorKind.Network, "by-network"), (imported.Actor, imported.Reason));
    }

    [Fact]
    public void Answers_are_judged_from_three_applications_on_and_old_news_is_ignored()
    {
        var organisation = Given.Verified();
        Assert.True(organisation.IsNew);
        organisation.NoteResponsiveness(2, answered: 2, asked: 2, 5);
        Assert.Equal((true, null), (organisation.IsNew, organisation.AnswerRate));
        organisation.NoteResponsiveness(3, answered: 2, asked: 4, 7.5);
        organisation.NoteResponsiveness(2, answered: 30, asked: 30, 1);
        organisation.NoteResponsiveness(3, answered: 30, asked: 30, 1);
        Assert.Equal((false, 0.5, 7.5, 4), (organisation.IsNew, organisation.AnswerRate, organisation.MedianAnswerHours, organisation.Asked));
        Assert.Equal(2, organisation.Version);
    }

    [Fact]
    public void A_logo_is_a_new_version_and_the_same_one_is_none()
    {
        var organisation = Given.Pending();
        organisation.Wear("abc");
        organisation.Wear("abc");
        Assert.Equal(("abc", 2), (organisation.LogoTag, organisation.Version));
        organisation.Wear(null);
        Assert.Equal((null, 3), (organisation.LogoTag, organisation.Version));
    }

    [Theory]
    [InlineData("57463", "Volume 12, folio 34, tribunal judiciaire de Metz", true)]
    [InlineData("67482", "Strasbourg, vol. 90, n° 12", true)]
    [InlineData("68066", "Colmar, vol. 1", true)]
    [InlineData("69123", "Lyon, vol. 1", false)]
    [InlineData(null, "Quelque part", true)]
    public void A_court_register_is_kept_in_Alsace_and_Moselle(string? commune, string register, bool allowed)
    {
        var profile = OnlyAName with { CommuneCode = commune, CourtRegister = register };
        if (allowed) { Assert.Equal(register, Organisation.Draft(profile, Given.Owner, Given.Now).Profile.CourtRegister); }
        else { Assert.Same(OrganisationRules.CourtRegister, Given.Broken(() => Organisation.Draft(profile, Given.Owner, Given.Now))); }
    }

    [Fact]
    public void Flags_say_what_to_look_at_twice()
    {
        static OrganisationFlag[] Of(OrganisationProfile profile) => [.. OrganisationFlags.Of(profile)];

        Assert.Empty(Of(Given.Profile));
        Assert.Equal([OrganisationFlag.RnaWithLetters], Of(Given.Profile with { Rna = "W9R1011072" }));
        Assert.Equal([OrganisationFlag.RnaInAlsaceMoselle], Of(Given.Profile with { CommuneCode = "67482" }));
        Assert.Equal([OrganisationFlag.NoNumber], Of(Given.Profile with { Rna = null }));
        Assert.Empty(Of(Given.Profile with { Rna = null, Siren = "732829320" }));
        Assert.Empty(Of(Given.Profile with { Rna = null, CommuneCode = "67482", CourtRegister = "Strasbourg, vol. 90" }));
        Assert.Empty(OrganisationFlags.Of([]));
        Assert.Equal([OrganisationFlag.NumberSharedWithAnother], OrganisationFlags.Of([DuplicateReason.SameSiren]));
        Assert.Equal([OrganisationFlag.NumberSharedWithAnother, OrganisationFlag.SimilarNameNearby], OrganisationFlags.Of([DuplicateReason.SimilarName, DuplicateReason.SameRna]));
    }

    private static Organisation In(OrganisationState state)
    {
        var organisation = state == OrganisationState.Draft ? Organisation.Draft(Given.Profile, Given.Owner, Given.Now) : Given.Pending();
        if (state is OrganisationState.Verified or OrganisationState.Suspended) { Move(organisation, OrganisationState.Verified); }
        if (state is OrganisationState.Suspended) { Move(organisation, OrganisationState.Suspended); }
        return organisation;
    }

    private static void Move(Organisation organisation, OrganisationState to)
    {
        switch (to)
        {
            case OrganisationState.Draft: organisation.Refuse("x", Given.Moderator, Given.Now); break;
            case OrganisationState.Pending: organisation.Submit(Actor.Member(Given.Owner), Given.Now); break;
            case OrganisationState.Verified: organisation.Verify(Given.Moderator, Given.Now); break;
            default: organisation.Suspend("x", Given.Moderator, Given.Now); break;
        }
    }
}
