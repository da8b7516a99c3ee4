using System.Collections.Concurrent;
using System.Diagnostics;
using Benevolat.Messaging.Tests.Setup;
using Benevolat.Testing;

namespace Benevolat.Messaging.Tests;

public sealed class Traces_continue : BusFixture
{
    [Fact]
    public async Task One_trace_leads_from_the_request_through_two_services()
    {
        using var requests = new ActivitySource("tests.requests");
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "tests.requests" or MessagingMetrics.Name or "MassTransit",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var script = new Script { OnThing = (db, thing) => { db.Publish(new ThingAnswered(thing.ThingId, 1), thing.ThingId); return Task.CompletedTask; } };
        var alpha = await StartAsync("alpha", script: script, consumers: Things);
        var beta = await StartAsync("beta", consumers: consumers => consumers.Add<WhenThingAnswered>());

        ActivityTraceId trace;
        using (var request = requests.StartActivity("POST /things", ActivityKind.Server)!)
        {
            trace = request.TraceId;
            await alpha.PublishAsync(Thing());
        }

        await Eventually.TrueAsync(async () => (await beta.EffectsAsync()).Count == 1, "the answer arrived");
        await Eventually.TrueAsync(() => Task.FromResult(spans.Any(span => span.TraceId == trace && span.OperationName == "beta.when-thing-answered receive")), "the last span ended");

        var path = new List<string>();
        var own = spans.Where(span => span.TraceId == trace).ToDictionary(span => span.SpanId);
        var last = own.Values.Single(span => span.OperationName == "beta.when-thing-answered process");
        for (var span = last; span is not null; span = own.GetValueOrDefault(span.ParentSpanId)) { path.Add(span.OperationName); }
        Assert.Equal(
            [
                "POST /things", "tests.thing-happened.v1 publish", "alpha.when-thing-happened receive", "alpha.when-thing-happened process",
                "tests.thing-answered.v1 publish", "beta.when-thing-answered receive", "beta.when-thing-answered process",
            ],
            path.AsEnumerable().Reverse());
        Assert.DoesNotContain(spans, span => span.TagObjects.Any(tag => tag.Value is string text && text.Contains("thingId", StringComparison.Ordinal)));
    }
}
