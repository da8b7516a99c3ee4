namespace Benevolat.Gateway.Security;

/// <summary>Which other sites may call the API from a browser: none unless <c>Cors:Origins</c> names them. Tokens only, never cookies.</summary>
internal static class CrossOrigin
{
    public const string Policy = "api";

    private static readonly string[] Readable = ["ETag", "Link", "Location", "RateLimit", "RateLimit-Policy", "Retry-After"];

    public static void AddCrossOrigin(this WebApplicationBuilder builder)
    {
        var origins = builder.Configuration.GetSection("Cors:Origins").Get<string[]>() ?? [];
        builder.Services.AddCors(cors => cors.AddPolicy(Policy, policy => policy
            .WithOrigins(origins)
            .AllowAnyMethod()
            .AllowAnyHeader()
            .WithExposedHeaders(Readable)
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }
}
