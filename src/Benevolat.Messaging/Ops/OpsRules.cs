using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Messaging.Ops;

/// <summary>What operators may be told to correct.</summary>
internal static class OpsRules
{
    public static readonly Rule Limit = new("ops.limit", "Entre 1 et 1 000.", "Between 1 and 1,000.");
}
