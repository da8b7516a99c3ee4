using Benevolat.Contracts;

namespace Benevolat.Messaging.Tests.Setup;

/// <summary>An event with two subscribers.</summary>
[WireName("tests.thing-happened.v1"), HeardBy("alpha", "beta")]
public sealed record ThingHappened(Guid ThingId, long Version) : IEvent;

/// <summary>What a consumer may tell in turn.</summary>
[WireName("tests.thing-answered.v1"), HeardBy("beta")]
public sealed record ThingAnswered(Guid ThingId, long Version) : IEvent;

/// <summary>An event that nobody subscribed to.</summary>
[WireName("tests.thing-forgotten.v1")]
public sealed record ThingForgotten(Guid ThingId, long Version) : IEvent;
