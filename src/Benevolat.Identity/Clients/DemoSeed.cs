using Benevolat.Identity.Data;
using Benevolat.Identity.Domain;
using Microsoft.AspNetCore.Identity;

namespace Benevolat.Identity.Clients;

/// <summary>
/// People and systems of the demonstration, never in production. Their accounts are announced like any other's, through the outbox,
/// so that Notifications knows how to reach them.
/// </summary>
internal sealed class DemoSeed(IdentityDb db, UserManager<Account> accounts, ClientSeed clients, TimeProvider clock)
{
    private const string Password = "Demo-Benevolat-2026";

    /// <summary>Fixed ids, so that demonstrations and tests can name these people.</summary>
    private static readonly (string Id, string Name, string FirstName, string? Role)[] People =
    [
        ("01900000-0000-7000-8000-000000000001", "moderator", "Maud", Grants.Moderator),
        ("01900000-0000-7000-8000-000000000002", "manager", "Mathieu", null),
        ("01900000-0000-7000-8000-000000000003", "volunteer", "Violette", null),
        ("01900000-0000-7000-8000-000000000004", "operator", "Olivier", Grants.Operator),
    ];

    public async Task SeedAsync(CancellationToken stop)
    {
        await clients.PutSystemAsync("demo-network", "Réseau de démonstration", "demo-network-secret", Grants.Network, stop);
        await clients.PutSystemAsync("demo-operator", "Outil d'exploitation de démonstration", "demo-operator-secret", Grants.Ops, stop);
        foreach (var (id, name, firstName, role) in People)
        {
            await AddAsync(Guid.Parse(id), $"{name}@demo.benevolat.test", firstName, role, stop);
        }
    }

    private async Task AddAsync(Guid id, string email, string firstName, string? role, CancellationToken stop)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not null) { return; }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var account = Account.Register(id, email, firstName, "fr", now);
        account.Confirm(db, now);
        (await accounts.CreateAsync(account, Password)).Require();
        if (role is not null) { (await accounts.AddToRoleAsync(account, role)).Require(); }
        await transaction.CommitAsync(stop);
    }
}
