using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Json;
using Benevolat.ServiceDefaults.OpenApi;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Benevolat.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Benevolat.ServiceDefaults;

/// <summary>What every REST service of the system has in common.</summary>
public static class ApiDefaultsExtensions
{
    /// <summary>Bytes of a request body; imports raise it on their own endpoints.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>JSON, problems, validators, access tokens for <paramref name="audience"/>, OpenAPI.</summary>
    public static IHostApplicationBuilder AddApiDefaults<TService>(this IHostApplicationBuilder builder, string audience)
    {
        builder.Services.ConfigureHttpJsonOptions(json => JsonConventions.ApplyStrict(json.SerializerOptions));
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.AddProblems().AddValidators<TService>().AddServiceOpenApi(audience);
        return builder.AddAccessTokens(audience);
    }

    /// <summary>The pipeline, health endpoints and <c>/openapi/v1.json</c>.</summary>
    public static WebApplication UseApiDefaults(this WebApplication app)
    {
        app.UseProblems();
        app.UseBodyLimit();
        app.UseCleanQueries();
        app.UseIdempotencyBuffering();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapServiceDefaults();
        app.MapOpenApi().AllowAnonymous();
        return app;
    }
}
