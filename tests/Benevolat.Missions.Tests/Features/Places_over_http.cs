using Benevolat.Testing;

namespace Benevolat.Missions.Tests.Features;

public sealed class Places_over_http(MissionsService service)
{
    [Theory]
    [InlineData("saint-et", "42218")]
    [InlineData("St%20Etienne", "42218")]
    [InlineData("SAINT%20%C3%89TIENNE", "42218")]
    [InlineData("lyon", "69123")]
    [InlineData("69003", "69123")]
    [InlineData("larbresle", null)]
    [InlineData("l%27arbresle", "69010")]
    [InlineData("ajacc", "2A004")]
    public async Task Towns_are_completed(string q, string? code)
    {
        using var client = service.As(null);
        var items = (await client.GetAsync(new Uri($"{MissionsService.Api}/places?q={q}", UriKind.Relative)).ReadJsonAsync())["items"]!.AsArray();
        Assert.Equal(code, (string?)items.FirstOrDefault()?["code"]);
    }

    [Theory]
    [InlineData("", "q")]
    [InlineData("q=", "q")]
    [InlineData("q=lyon&limit=0", "limit")]
    [InlineData("q=lyon&limit=21", "limit")]
    [InlineData("q=a%00b", "q")]
    public async Task Bad_questions_name_their_field(string query, string field) =>
        await service.As(null).GetAsync(new Uri($"{MissionsService.Api}/places?{query}", UriKind.Relative)).ExpectInvalidAsync(field);
}
