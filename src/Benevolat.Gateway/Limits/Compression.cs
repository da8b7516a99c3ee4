using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Benevolat.Gateway.Limits;

/// <summary>
/// Compresses data and assets that services sent plain. Pages stay as they are: they hold anti-forgery tokens beside what
/// visitors typed, and their compressed size would tell about both (BREACH). Streams of events stay unbuffered.
/// </summary>
internal static class Compression
{
    private static readonly string[] Types =
    [
        "application/json", "application/problem+json", "application/geo+json", "application/ld+json", "application/atom+xml",
        "text/css", "text/javascript", "application/javascript", "image/svg+xml",
    ];

    public static void AddCompression(this WebApplicationBuilder builder)
    {
        builder.Services.AddResponseCompression(compression => (compression.EnableForHttps, compression.MimeTypes) = (true, Types));
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }

    public static void UseCompression(this WebApplication app) => app.UseResponseCompression();
}
