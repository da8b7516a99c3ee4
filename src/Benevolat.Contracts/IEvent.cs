namespace Benevolat.Contracts;

/// <summary>Something that happened to one aggregate. Immutable; fields are added, never renamed; nothing personal.</summary>
public interface IEvent
{
    /// <summary>The aggregate's version after the change: a consumer ignores an event that is not newer than what it has.</summary>
    long Version { get; }
}
