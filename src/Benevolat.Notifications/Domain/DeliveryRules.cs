using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Notifications.Domain;

/// <summary>What Notifications refuses.</summary>
public static class DeliveryRules
{
    public static readonly Rule NotParked = new("delivery.not-parked",
        "Seul un envoi mis de côté peut être repris.", "Only a parked delivery can be replayed.");

    public static readonly Rule NoPreference = new("preferences.kind",
        "Ce type de message va à des adresses sans compte : il n'a pas de préférence.",
        "Messages of this kind go to addresses without an account: there is no preference for them.");

    public static readonly Rule DoublePreference = new("preferences.double",
        "Donnez chaque couple type et canal une seule fois.", "Give each pair of kind and channel once.");
}
