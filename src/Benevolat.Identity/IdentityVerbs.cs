using Benevolat.Identity.Clients;
using Benevolat.Identity.Data;
using Benevolat.Identity.Domain;
using Benevolat.Identity.Keys;
using Benevolat.ServiceDefaults.Data;
using Microsoft.AspNetCore.Identity;

namespace Benevolat.Identity;

/// <summary>What the process does instead of serving: run to completion, may be repeated.</summary>
public static class IdentityVerbs
{
    /// <summary>Tables, roles, and the first keys, so that replicas that start together find them.</summary>
    public static async Task MigrateIdentityAsync(this IHost host, CancellationToken stop = default)
    {
        await host.MigrateAsync<IdentityDb>(stop);
        await using var scope = host.Services.CreateAsyncScope();
        await SeedRolesAsync(scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>());
        await scope.ServiceProvider.GetRequiredService<KeyStore>().RefreshAsync(stop);
        var clients = scope.ServiceProvider.GetRequiredService<ClientSeed>();
        if (clients.IsConfigured) { await clients.SeedAsync(stop); }
    }

    /// <summary>People and clients of the demonstration; refused where nobody asked for a demonstration.</summary>
    public static async Task SeedDemoAsync(this IHost host, CancellationToken stop = default)
    {
        var configuration = host.Services.GetRequiredService<IConfiguration>();
        if (!host.Services.GetRequiredService<IHostEnvironment>().IsDevelopment() && !configuration.GetValue("Identity:AllowDemo", false))
        {
            throw new InvalidOperationException("Demo accounts have a public password: set Identity__AllowDemo=true only where that is wanted.");
        }

        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoSeed>().SeedAsync(stop);
    }

    private static async Task SeedRolesAsync(RoleManager<IdentityRole<Guid>> roles)
    {
        foreach (var role in new[] { Grants.Moderator, Grants.Operator })
        {
            if (!await roles.RoleExistsAsync(role)) { (await roles.CreateAsync(new IdentityRole<Guid>(role))).Require(); }
        }
    }
}
