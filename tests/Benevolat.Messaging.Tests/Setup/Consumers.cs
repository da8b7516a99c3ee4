using MassTransit;

namespace Benevolat.Messaging.Tests.Setup;

/// <summary>What the consumers of a test do; by default they write an effect.</summary>
public sealed class Script
{
    /// <summary>Called after the effect was added to the context.</summary>
    public Func<TestDb, ThingHappened, Task> OnThing { get; set; } = (_, _) => Task.CompletedTask;
}

public sealed class WhenThingHappened(TestDb db, Script script) : IConsumer<ThingHappened>
{
    public async Task Consume(ConsumeContext<ThingHappened> context)
    {
        db.Add(new Effect { ThingId = context.Message.ThingId, Version = context.Message.Version, By = nameof(ThingHappened) });
        await script.OnThing(db, context.Message);
    }
}

public sealed class WhenThingAnswered(TestDb db) : IConsumer<ThingAnswered>
{
    public Task Consume(ConsumeContext<ThingAnswered> context)
    {
        db.Add(new Effect { ThingId = context.Message.ThingId, Version = context.Message.Version, By = nameof(ThingAnswered) });
        return Task.CompletedTask;
    }
}
