using Benevolat.Contracts.Missions;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Tests.Domain;

public sealed class An_organisation_and_its_members
{
    [Fact]
    public void Who_registers_owns_and_moderators_look_next()
    {
        var organisation = Given.Pending();
        Assert.Equal(OrganisationState.Pending, organisation.State);
        Assert.Equal(MemberRole.Owner, organisation.RoleOf(Given.Owner));
        Assert.Equal(1, organisation.Version);
    }

    [Fact]
    public void What_a_network_brings_is_verified_by_it()
    {
        var organisation = Organisation.Import(Given.Profile, Guid.CreateVersion7(), "org-1", Given.Now);
        Assert.Equal(OrganisationState.Verified, organisation.State);
        Assert.Equal("by-network", organisation.StateReason);
        Assert.Empty(organisation.Members);
    }

    [Fact]
    public void Verified_suspended_and_verified_again_each_raise_the_version()
    {
        var organisation = Given.Pending();
        organisation.Verify(Given.Moderator, Given.Now);
        organisation.Suspend("Statuts manquants", Given.Moderator, Given.Now);
        Assert.Equal("Statuts manquants", organisation.StateReason);
        organisation.Verify(Given.Moderator, Given.Now);
        Assert.Null(organisation.StateReason);
        Assert.Equal(4, organisation.Version);
    }

    [Fact]
    public void Twice_the_same_state_is_refused()
    {
        var organisation = Given.Verified();
        Assert.Same(Rules.OrganisationTransition, Given.Broken(() => organisation.Verify(Given.Moderator, Given.Now)));
        organisation.Suspend("x", Given.Moderator, Given.Now);
        Assert.Same(Rules.OrganisationTransition, Given.Broken(() => organisation.Suspend("x", Given.Moderator, Given.Now)));
    }

    [Fact]
    public void A_role_changes_once_and_repeating_it_changes_nothing()
    {
        var (organisation, manager) = (Given.Pending(), Guid.CreateVersion7());
        organisation.Admit(manager, MemberRole.Manager, Given.Now);
        organisation.Admit(manager, MemberRole.Manager, Given.Now);
        Assert.Equal(2, organisation.Version);
        organisation.Admit(manager, MemberRole.Welcomer, Given.Now);
        Assert.Equal(MemberRole.Welcomer, organisation.RoleOf(manager));
        Assert.True(organisation.Dismiss(manager));
        Assert.Null(organisation.RoleOf(manager));
        Assert.False(organisation.Dismiss(manager));
    }

    [Fact]
    public void The_last_owner_stays_until_there_is_another()
    {
        var (organisation, second) = (Given.Pending(), Guid.CreateVersion7());
        Assert.Same(Rules.LastOwner, Given.Broken(() => organisation.Dismiss(Given.Owner)));
        Assert.Same(Rules.LastOwner, Given.Broken(() => organisation.Admit(Given.Owner, MemberRole.Manager, Given.Now)));
        organisation.Admit(second, MemberRole.Owner, Given.Now);
        Assert.True(organisation.Dismiss(Given.Owner));
    }

    [Fact]
    public void A_name_is_what_the_member_gave_last_and_changes_no_role()
    {
        var (organisation, member) = (Given.Pending(), Guid.CreateVersion7());
        organisation.Admit(member, MemberRole.Manager, Given.Now);
        Assert.Null(organisation.Members[^1].Name);
        organisation.Admit(member, MemberRole.Manager, Given.Now, "Malik");
        organisation.Admit(member, MemberRole.Welcomer, Given.Now);
        Assert.Equal(("Malik", MemberRole.Welcomer, 4), (organisation.Members[^1].Name, organisation.Members[^1].Role, organisation.Version));
    }

    [Fact]
    public void Who_is_a_member_already_keeps_their_role_when_let_in_again()
    {
        var organisation = Given.Pending();
        organisation.Welcome(Given.Owner, MemberRole.Welcomer, "Odile", Given.Now);
        Assert.Equal((MemberRole.Owner, "Odile"), (organisation.Members[0].Role, organisation.Members[0].Name));
    }

    [Fact]
    public void The_same_description_again_is_no_change()
    {
        var organisation = Organisation.Import(Given.Profile, Guid.CreateVersion7(), "org-1", Given.Now);
        Assert.False(organisation.Describe(Given.Profile with { }));
        Assert.True(organisation.Describe(Given.Profile with { Name = "La Table ouverte" }));
        Assert.Equal(2, organisation.Version);
    }

    [Fact]
    public void Every_wrong_number_or_name_is_refused_by_its_rule()
    {
        static Rule Of(OrganisationProfile profile) => Given.Broken(() => Organisation.Register(profile, Given.Owner, Given.Now));

        Assert.Same(Rules.Name, Of(Given.Profile with { Name = " a " }));
        Assert.Same(Rules.Name, Of(Given.Profile with { Name = new string('a', 151) }));
        Assert.Same(Rules.Rna, Of(Given.Profile with { Rna = "W1" }));
        Assert.Same(Rules.Siren, Of(Given.Profile with { Siren = "732829321" }));
        Assert.Same(Rules.Siret, Of(Given.Profile with { Siret = "73282932000075" }));
        Assert.Same(Rules.SiretOfSiren, Of(Given.Profile with { Siren = "356000000", Siret = "73282932000074" }));
        Assert.Same(Rules.CommuneCode, Of(Given.Profile with { CommuneCode = "Lyon" }));
        Assert.Same(OrganisationRules.CourtRegister, Of(Given.Profile with { CourtRegister = "Tribunal de Lyon, vol. 3, fol. 12" }));
        Assert.Same(OrganisationRules.Incomplete, Of(Given.Profile with { Purpose = "" }));
        Assert.Same(OrganisationRules.Incomplete, Of(Given.Profile with { Postcode = null }));
    }
}
