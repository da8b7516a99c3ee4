using System.Collections.Concurrent;
using System.Diagnostics;
using Benevolat.Contracts.Matching;
using Benevolat.Notifications.Features.Delivering;
using Benevolat.Testing;
using Npgsql;

namespace Benevolat.Notifications.Tests.Features;

public sealed class The_trace_goes_on_to_the_mail(NotificationsService notifications) : IClassFixture<NotificationsService>
{
    [Fact]
    public async Task Sending_is_a_span_in_the_trace_of_the_event_and_names_nobody()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DeliveryMetrics.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        var person = await notifications.PersonAsync("Camille");
        var (organisation, cause) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var mission = await notifications.MissionAsync(organisation, []);
        await notifications.Bus.PublishAsync(new ApplicationAcknowledged(Guid.CreateVersion7(), 2, mission, organisation, person.Id, notifications.Clock.GetUtcNow()), cause);
        await notifications.Mails.WaitForAsync(person.Email, stop: TestContext.Current.CancellationToken);

        var consumed = await TraceParentAsync(cause);
        var sent = await Eventually.GetAsync(
            () => Task.FromResult(spans.FirstOrDefault(span => span.TraceId == consumed.TraceId && (string?)span.GetTagItem("benevolat.delivery.state") == "sent")), "the send was traced");
        Assert.Equal(consumed.SpanId, sent.ParentSpanId);
        Assert.Equal("e-mail application-acknowledged", sent.DisplayName);
        Assert.DoesNotContain(sent.TagObjects, tag => $"{tag.Value}".Contains("mail.test", StringComparison.Ordinal));
    }

    private async Task<ActivityContext> TraceParentAsync(Guid cause)
    {
        await using var connection = new NpgsqlConnection(notifications.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"SELECT trace_parent FROM notices WHERE id = '{cause}'", connection);
        return ActivityContext.Parse((string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!, null);
    }
}
