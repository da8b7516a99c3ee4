namespace Benevolat.Contracts.Notifications;

/// <summary>A message reached its channel. <paramref name="Cause"/> is the id of the event that asked for it.</summary>
[WireName("notifications.notification-delivered.v1")]
public sealed record NotificationDelivered(Guid DeliveryId, long Version, Guid AccountId, string Kind, string Channel, Guid Cause, DateTimeOffset At) : IEvent;

/// <summary>A message could not be delivered and waits for an operator.</summary>
[WireName("notifications.notification-parked.v1")]
public sealed record NotificationParked(Guid DeliveryId, long Version, Guid AccountId, string Kind, string Channel, Guid Cause, DateTimeOffset At) : IEvent;
