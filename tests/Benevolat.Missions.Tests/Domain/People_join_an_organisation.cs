using Benevolat.Contracts.Missions;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Tests.Domain;

public sealed class People_join_an_organisation
{
    private static readonly Guid Person = Guid.CreateVersion7();

    [Fact]
    public void A_request_is_answered_once_and_then_forgets_what_was_written()
    {
        var organisation = Given.Verified();
        var request = JoinRequest.Ask(organisation, Person, "Camille", "Bonjour", Given.Now);
        request.Accept(organisation, MemberRole.Welcomer, Given.Owner, Given.Now);
        Assert.Equal((MemberRole.Welcomer, "Camille"), (organisation.RoleOf(Person), organisation.Members[^1].Name));
        Assert.Equal((JoinRequestState.Accepted, null, null, Given.Owner), (request.State, request.Name, request.Message, request.AnsweredBy!.Value));
        Assert.Same(OrganisationRules.JoinAnswered, Given.Broken(() => request.Refuse(Given.Owner, Given.Now)));
        Assert.Same(OrganisationRules.JoinAnswered, Given.Broken(() => request.Accept(organisation, MemberRole.Owner, Given.Owner, Given.Now)));
        Assert.Same(OrganisationRules.AlreadyMember, Given.Broken(() => JoinRequest.Ask(organisation, Person, "Camille", null, Given.Now)));
    }

    [Fact]
    public void Who_is_refused_is_no_member()
    {
        var organisation = Given.Verified();
        var request = JoinRequest.Ask(organisation, Person, "Camille", null, Given.Now);
        request.Refuse(Given.Owner, Given.Now);
        Assert.Equal((JoinRequestState.Refused, null), (request.State, request.Role));
        Assert.Null(organisation.RoleOf(Person));
    }

    [Fact]
    public void An_invitation_is_used_once_and_then_forgets_the_address()
    {
        var organisation = Given.Verified();
        var (invitation, token) = Invite();
        Assert.Equal(43, token.Length);
        Assert.Equal(Invitation.HashOf(token), invitation.TokenHash);
        invitation.Accept(organisation, Person, "Malik", Given.Now);
        Assert.Equal((MemberRole.Manager, "Malik"), (organisation.RoleOf(Person), organisation.Members[^1].Name));
        Assert.Equal((InvitationState.Accepted, null, null), (invitation.State, invitation.Email, invitation.Name));
        Assert.Same(OrganisationRules.InvitationUsed, Given.Broken(() => invitation.Accept(organisation, Person, "Malik", Given.Now)));
    }

    [Fact]
    public void An_invitation_is_over_after_a_fortnight_or_when_it_is_revoked()
    {
        var organisation = Given.Verified();
        var (old, _) = Invite();
        Assert.True(old.IsOpen(Given.Now.AddDays(14).AddSeconds(-1)));
        Assert.Same(OrganisationRules.InvitationOver, Given.Broken(() => old.Accept(organisation, Person, "Malik", Given.Now.AddDays(14))));
        var (revoked, _) = Invite();
        revoked.Revoke();
        Assert.Null(revoked.Email);
        Assert.Same(OrganisationRules.InvitationOver, Given.Broken(() => revoked.Accept(organisation, Person, "Malik", Given.Now)));
        Assert.Null(organisation.RoleOf(Person));
    }

    [Fact]
    public void Two_secrets_are_never_the_same_and_the_address_is_masked()
    {
        Assert.NotEqual(Invite().Token, Invite().Token);
        Assert.Equal("m…@exemple.fr", Invite().Invitation.MaskedEmail());
    }

    private static (Invitation Invitation, string Token) Invite() =>
        Invitation.Write(Guid.CreateVersion7(), " malik@exemple.fr ", MemberRole.Manager, "M.", Given.Owner, Given.Now);
}
