using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Benevolat.Testing;
using Benevolat.Testing.Tokens;
using SkiaSharp;
using static Benevolat.Missions.Tests.Features.MissionsService;

namespace Benevolat.Missions.Tests.Features;

public sealed class Logos_over_http(MissionsService service)
{
    private readonly Caller _owner = Caller.Person();

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "image/png", 1024, 256, 512, 128)]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg", 300, 200, 300, 200)]
    [InlineData(SKEncodedImageFormat.Webp, "image/webp", 64, 2000, 16, 512)]
    [InlineData(SKEncodedImageFormat.Png, "image/png", 4096, 1, 512, 1)]
    public async Task A_logo_is_drawn_again_as_a_small_png(SKEncodedImageFormat format, string type, int width, int height, int drawnWidth, int drawnHeight)
    {
        var id = await service.RegisterVerifiedAsync(_owner);
        using var done = await PutAsync(id, Image(format, width, height), type).ExpectAsync(HttpStatusCode.NoContent);
        Assert.Equal("\"3\"", done.Headers.ETag!.ToString());
        var url = (string?)(await service.ReadOrganisationAsync(null, id))["logoUrl"];
        Assert.StartsWith($"/api/v1/organisations/{id}/logo?v=", url, StringComparison.Ordinal);

        using var visitor = service.As(null);
        using var got = await visitor.GetAsync(new Uri(url!, UriKind.Relative)).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(("image/png", "public, max-age=3600"), (got.Content.Headers.ContentType!.MediaType, got.Headers.CacheControl!.ToString()));
        using var drawn = SKBitmap.Decode(await got.Content.ReadAsByteArrayAsync());
        Assert.Equal((drawnWidth, drawnHeight), (drawn.Width, drawn.Height));
        Assert.True(Math.Abs(drawn.GetPixel(0, 0).Red - 200) < 12, $"{drawn.GetPixel(0, 0)}");

        using var again = new HttpRequestMessage(HttpMethod.Get, url);
        again.Headers.IfNoneMatch.Add(got.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.SendAsync(again)).StatusCode);
        await PutAsync(id, Image(format, width, height), type, "\"3\"").ExpectAsync(HttpStatusCode.NoContent);
        Assert.Equal(3, (int)(await service.ReadOrganisationAsync(null, id))["version"]!);
    }

    [Fact]
    public async Task Nothing_of_the_file_but_its_pixels_is_sent_out()
    {
        var id = await service.RegisterVerifiedAsync(_owner);
        byte[] secret = [.. "tEXtGPS 45.7578 4.8320 of somebody's home"u8];
        await PutAsync(id, WithChunk(Image(SKEncodedImageFormat.Png, 20, 20), secret), "image/png").ExpectAsync(HttpStatusCode.NoContent);
        var sent = await (await service.As(null).GetAsync(new Uri($"{Api}/organisations/{id}/logo", UriKind.Relative))).Content.ReadAsByteArrayAsync();
        Assert.Equal(-1, sent.AsSpan().IndexOf("GPS"u8));
    }

    [Fact]
    public async Task A_picture_that_was_taken_on_its_side_stands_upright()
    {
        var id = await service.RegisterVerifiedAsync(_owner);
        await PutAsync(id, TurnedBy(6, Image(SKEncodedImageFormat.Jpeg, 80, 40)), "image/jpeg").ExpectAsync(HttpStatusCode.NoContent);
        using var drawn = SKBitmap.Decode(await (await service.As(null).GetAsync(new Uri($"{Api}/organisations/{id}/logo", UriKind.Relative))).Content.ReadAsByteArrayAsync());
        Assert.Equal((40, 80), (drawn.Width, drawn.Height));
        // Red on the left of the file is at the top when it was held so.
        Assert.True(drawn.GetPixel(20, 5).Red > 150 && drawn.GetPixel(20, 75).Blue > 150, $"{drawn.GetPixel(20, 5)} {drawn.GetPixel(20, 75)}");
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_and_the_field_is_named()
    {
        var id = await service.RegisterAsync(_owner);
        var png = Image(SKEncodedImageFormat.Png, 400, 400);
        foreach (var garbage in new[] { [], "hello"u8.ToArray(), png[..(png.Length / 2)], Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), Gif() })
        {
            await PutAsync(id, garbage, "image/png", "\"1\"").ExpectInvalidAsync("logo");
        }

        foreach (var type in new[] { "image/svg+xml", "image/gif", "application/json", "text/html" })
        {
            await PutAsync(id, png, type, "\"1\"").ExpectProblemAsync(HttpStatusCode.UnsupportedMediaType, "organisation.logo-type");
        }

        Assert.Null((await service.ReadOrganisationAsync(_owner, id))["logoUrl"]);
    }

    /// <summary>A few bytes that claim gigabytes: only the header may be believed, and it is too large.</summary>
    [Theory]
    [InlineData(4097, 10)]
    [InlineData(10, 4097)]
    [InlineData(60_000, 60_000)]
    public async Task A_bomb_is_not_unpacked(int width, int height)
    {
        var id = await service.RegisterAsync(_owner);
        var bomb = Image(SKEncodedImageFormat.Png, 10, 10);
        Claim(bomb, width, height);
        var before = GC.GetTotalAllocatedBytes();
        await PutAsync(id, bomb, "image/png", "\"1\"").ExpectInvalidAsync("logo");
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 50_000_000);
    }

    [Fact]
    public async Task Too_many_bytes_are_refused()
    {
        var id = await service.RegisterAsync(_owner);
        using var response = await PutAsync(id, new byte[2 * 1024 * 1024], "image/png", "\"1\"");
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task A_logo_is_as_public_as_the_organisation_and_goes_away_when_asked()
    {
        var welcomer = Caller.Person();
        var id = await service.RegisterAsync(_owner);
        var logo = new Uri($"{Api}/organisations/{id}/logo", UriKind.Relative);
        await service.As(_owner).PutJsonAsync($"{Api}/organisations/{id}/members/{welcomer.AccountId}", new { role = "welcomer" }, "\"1\"").ExpectAsync(HttpStatusCode.NoContent);
        var png = Image(SKEncodedImageFormat.Png, 10, 10);
        await PutAsync(id, png, "image/png", "\"2\"", Caller.Person()).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await PutAsync(id, png, "image/png", "\"2\"", welcomer).ExpectProblemAsync(HttpStatusCode.Forbidden, "http.forbidden");
        await PutAsync(id, png, "image/png", "\"1\"").ExpectProblemAsync(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        await PutAsync(id, png, "image/png", "").ExpectProblemAsync(HttpStatusCode.PreconditionRequired, "http.precondition-required");
        await PutAsync(id, png, "image/png", "\"2\"").ExpectAsync(HttpStatusCode.NoContent);

        await service.As(null).GetAsync(logo).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        using var seen = await service.As(welcomer).GetAsync(logo).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("no-cache, private", seen.Headers.CacheControl!.ToString());

        using var owner = service.As(_owner);
        await owner.SendJsonAsync(HttpMethod.Delete, logo.OriginalString, null, "\"3\"").ExpectAsync(HttpStatusCode.NoContent);
        await owner.SendJsonAsync(HttpMethod.Delete, logo.OriginalString, null, "\"4\"").ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
        await owner.GetAsync(logo).ExpectProblemAsync(HttpStatusCode.NotFound, "http.not-found");
    }

    private async Task<HttpResponseMessage> PutAsync(Guid id, byte[] file, string type, string? etag = null, Caller? caller = null)
    {
        using var client = service.As(caller ?? _owner);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Api}/organisations/{id}/logo") { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        etag ??= await ETagAsync(client, $"organisations/{id}");
        if (etag.Length > 0) { request.Headers.TryAddWithoutValidation("If-Match", etag); }
        return await client.SendAsync(request);
    }

    /// <summary>Red on the left, blue on the right.</summary>
    private static byte[] Image(SKEncodedImageFormat format, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(new SKColor(0, 0, 200));
        bitmap.Erase(new SKColor(200, 0, 0), new SKRectI(0, 0, Math.Max(1, width / 2), height));
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    private static byte[] Gif() => Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    /// <summary>A chunk after the header, which every reader skips and many programs keep.</summary>
    private static byte[] WithChunk(byte[] png, byte[] typeAndContent) =>
    [
        .. png[..33], .. BigEndian((uint)(typeAndContent.Length - 4)), .. typeAndContent, .. BigEndian(Crc(typeAndContent)), .. png[33..],
    ];

    private static void Claim(byte[] png, int width, int height)
    {
        BigEndian((uint)width).CopyTo(png, 16);
        BigEndian((uint)height).CopyTo(png, 20);
        BigEndian(Crc(png.AsSpan(12, 17))).CopyTo(png, 29);
    }

    /// <summary>A JPEG whose EXIF says how the camera was held.</summary>
    private static byte[] TurnedBy(byte orientation, byte[] jpeg) =>
    [
        .. jpeg[..2], 0xFF, 0xE1, 0, 34, .. "Exif"u8, 0, 0, .. "II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0, .. jpeg[2..],
    ];

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) { crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320; }
        }

        return ~crc;
    }

    private static byte[] BigEndian(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
