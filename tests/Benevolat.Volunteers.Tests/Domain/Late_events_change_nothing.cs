using Benevolat.Volunteers.Domain;

namespace Benevolat.Volunteers.Tests.Domain;

public class Late_events_change_nothing
{
    [Fact]
    public void An_older_stage_never_overwrites_a_newer_one()
    {
        var application = new KnownApplication { Id = Guid.NewGuid() };
        var (volunteer, organisation) = (Guid.NewGuid(), Guid.NewGuid());
        application.Advance(3, volunteer, organisation, ApplicationStage.Accepted);
        application.Advance(2, volunteer, organisation, ApplicationStage.Open);
        application.Advance(3, volunteer, organisation, ApplicationStage.Ended);
        Assert.Equal((3, ApplicationStage.Accepted), (application.Version, application.Stage));
    }
}
