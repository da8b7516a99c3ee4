namespace Benevolat.Missions.Domain;

/// <summary>Who changed something; an id and a hat, never a name.</summary>
/// <param name="Id">Account or network; null for the system itself.</param>
public readonly record struct Actor(ActorKind Kind, Guid? Id)
{
    public static Actor System => new(ActorKind.System, null);

    public static Actor Member(Guid accountId) => new(ActorKind.Member, accountId);

    public static Actor Moderator(Guid accountId) => new(ActorKind.Moderator, accountId);

    public static Actor Network(Guid networkId) => new(ActorKind.Network, networkId);
}

/// <summary>In which quality somebody acts.</summary>
public enum ActorKind { Member, Moderator, Network, System }
