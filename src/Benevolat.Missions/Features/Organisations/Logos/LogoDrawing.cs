using System.Security.Cryptography;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Problems;
using SkiaSharp;

namespace Benevolat.Missions.Features.Organisations.Logos;

/// <summary>
/// Draws an uploaded image again, so that nothing of the file that somebody sent is ever sent out: only its pixels survive, no larger than
/// 512 × 512, upright, without place, camera or hidden content.
/// </summary>
internal static class LogoDrawing
{
    public const int LargestSide = 512;

    /// <summary>Read from the header before any pixel is: a file of a few bytes can claim gigabytes.</summary>
    public const int LargestSentSide = 4096;

    /// <summary>An image in memory takes up to 64 MB: no more than two at a time.</summary>
    private static readonly SemaphoreSlim Turns = new(2);

    /// <exception cref="ProblemException">400 on <c>logo</c> for what is no PNG, JPEG or WebP, or too large.</exception>
    public static async Task<Logo> DrawAsync(byte[] file, CancellationToken stop)
    {
        await Turns.WaitAsync(stop);
        try
        {
            return Draw(file);
        }
        finally
        {
            Turns.Release();
        }
    }

    private static Logo Draw(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Webp)) { throw Unreadable(); }
        if (codec.Info is not { Width: > 0 and <= LargestSentSide, Height: > 0 and <= LargestSentSide })
        {
            throw ProblemException.ForField("logo", OrganisationRules.LogoSize);
        }

        using var sent = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(sent.Info, sent.GetPixels()) != SKCodecResult.Success) { throw Unreadable(); }

        var png = Encode(sent, codec.EncodedOrigin);
        return new Logo(Convert.ToHexStringLower(SHA256.HashData(png), 0, 8), png);
    }

    private static byte[] Encode(SKBitmap sent, SKEncodedOrigin origin)
    {
        var isOnItsSide = origin >= SKEncodedOrigin.LeftTop;
        var (width, height) = isOnItsSide ? (sent.Height, sent.Width) : (sent.Width, sent.Height);
        var scale = Math.Min(1f, (float)LargestSide / Math.Max(width, height));
        var size = new SKImageInfo(Side(width, scale), Side(height, scale), SKColorType.Rgba8888, SKAlphaType.Premul);
        using var surface = SKSurface.Create(size);
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Scale((float)size.Width / width, (float)size.Height / height);
        surface.Canvas.Concat(Upright(origin, width, height));
        using var image = SKImage.FromBitmap(sent);
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var encoded = drawn.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }

    private static int Side(int length, float scale) => Math.Max(1, (int)MathF.Round(length * scale));

    /// <summary>Cameras say how they were held instead of turning the picture.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static ProblemException Unreadable() => ProblemException.ForField("logo", OrganisationRules.Logo);
}
