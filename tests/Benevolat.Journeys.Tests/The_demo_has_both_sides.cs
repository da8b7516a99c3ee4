using Benevolat.Journeys.Tests.Setup;
using Benevolat.Local.Running;
using Benevolat.Testing;

namespace Benevolat.Journeys.Tests;

/// <summary>What a newcomer finds when they sign in as the association's manager.</summary>
public sealed class The_demo_has_both_sides(RunningSystem system)
{
    [Fact]
    public async Task The_manager_has_a_verified_association_whose_missions_are_found()
    {
        using var manager = await Someone.SignInAsync(system, "manager@demo.benevolat.test", Demo.Password);
        var mine = Assert.Single((await manager.GetAsync("/api/v1/organisations/mine"))["items"]!.AsArray())!;
        Assert.Equal(("Les Passerelles du Rhône", "verified"), ((string?)mine["name"], (string?)mine["state"]));

        await Eventually.TrueAsync(async () =>
        {
            var found = await manager.GetAsync("/api/v1/missions?q=soupe+samedi+soir&near=45.76,4.86&radiusKm=10");
            return found["items"]!.AsArray().Any(item => (string?)item!["organisation"]!["name"] == (string?)mine["name"]);
        }, "its missions are found");
    }
}
