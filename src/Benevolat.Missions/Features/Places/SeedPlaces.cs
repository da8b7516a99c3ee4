using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Places;

/// <summary>Part of the verb <c>migrate</c>: puts the built-in places into the table. What an official list said of them stays.</summary>
public static class SeedPlaces
{
    public static async Task SeedPlacesAsync(this IServiceProvider services, CancellationToken stop = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MissionsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.LockCommunesAsync(stop);
        var update = new GazetteerUpdate(await db.ReadCommunesAsync(stop));
        update.Seed(BuiltInPlaces.All);
        await db.WriteCommunesAsync(update.Changed, stop);
        await transaction.CommitAsync(stop);
    }
}
