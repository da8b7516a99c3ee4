namespace Benevolat.Contracts;

/// <summary>Marks the few events that carry personal data. Only the named service may consume it (architecture test).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConfidentialAttribute(string onlyFor) : Attribute
{
    public string OnlyFor { get; } = onlyFor;
}
