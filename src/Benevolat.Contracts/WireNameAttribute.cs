namespace Benevolat.Contracts;

/// <summary>The event's name on the wire (exchange, message type): it outlives any renaming of the CLR type.</summary>
/// <param name="name">For example <c>missions.mission-published.v1</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WireNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
