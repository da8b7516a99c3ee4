using Benevolat.Testing;
using Benevolat.Testing.Tokens;

namespace Benevolat.Volunteers.Tests.Features;

/// <summary>The Volunteers service under test, and the profile that tests start from.</summary>
public sealed class VolunteersService() : ServiceFixture<Program>("volunteersdb")
{
    public const string Me = "/api/v1/volunteers/me";
    public const string Availability = "/api/v1/volunteers/me/availability";

    public static Dictionary<string, object?> Camille() => new()
    {
        ["firstName"] = "Camille",
        ["place"] = new { commune = "Lyon", communeCode = "69123", postcode = "69003", coordinates = new[] { 4.8467123, 45.7640456 } },
        ["radiusKm"] = 15,
        ["remote"] = false,
        ["hoursPerWeek"] = 2.5,
        ["skills"] = new[] { "Aide aux devoirs", "K2107" },
        ["causes"] = new[] { "education", "vivre-ensemble" },
        ["kinds"] = new[] { "regular", "one-off" },
        ["visibleToOrganisations"] = true,
    };

    public async Task<Caller> PersonWithProfileAsync()
    {
        var caller = Caller.Person();
        using var client = As(caller);
        await client.PutJsonAsync(Me, Camille()).ExpectAsync(System.Net.HttpStatusCode.Created);
        return caller;
    }
}
