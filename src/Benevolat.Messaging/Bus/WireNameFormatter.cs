using System.Reflection;
using Benevolat.Contracts;
using MassTransit;

namespace Benevolat.Messaging.Bus;

/// <summary>Exchanges are named by contract; types of MassTransit's own keep the names it gives them.</summary>
internal sealed class WireNameFormatter(IEntityNameFormatter others) : IEntityNameFormatter
{
    public string FormatEntityName<T>() => typeof(T).GetCustomAttribute<WireNameAttribute>()?.Name ?? others.FormatEntityName<T>();
}
