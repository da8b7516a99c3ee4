using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Benevolat.ServiceDefaults.Json;

namespace Benevolat.Web.Api;

/// <summary>An answer and the version it shows, for If-Match when it is changed.</summary>
internal sealed record Versioned<T>(T Value, string? ETag);

/// <summary>What the typed clients share: JSON, ETag and If-Match, Idempotency-Key, problems as exceptions.</summary>
internal abstract class ApiClient(HttpClient http)
{
    private static readonly JsonSerializerOptions Json = JsonConventions.Tolerant;

    protected async Task<T> GetAsync<T>(string path, CancellationToken stop) => (await ReadAsync<T>(path, stop)).Value;

    protected async Task<Versioned<T>> ReadAsync<T>(string path, CancellationToken stop)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), stop);
        await RequireSuccessAsync(answer, stop);
        return new(await BodyAsync<T>(answer, stop), answer.Headers.ETag?.ToString());
    }

    /// <summary>Null where there is nothing yet, or nothing that this person may see.</summary>
    protected async Task<Versioned<T>?> FindAsync<T>(string path, CancellationToken stop)
        where T : class
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), stop);
        if (answer.StatusCode == HttpStatusCode.NotFound) { return null; }

        await RequireSuccessAsync(answer, stop);
        return new(await BodyAsync<T>(answer, stop), answer.Headers.ETag?.ToString());
    }

    /// <summary>Creates once, however often the form is sent: <paramref name="idempotencyKey"/> comes with the form.</summary>
    protected async Task<T> CreateAsync<T>(string path, object body, string idempotencyKey, CancellationToken stop)
    {
        using var request = Request(HttpMethod.Post, path, body);
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var answer = await http.SendAsync(request, stop);
        await RequireSuccessAsync(answer, stop);
        return await BodyAsync<T>(answer, stop);
    }

    /// <summary>Changes what <paramref name="etag"/> shows; null for the very first version. Returns the new ETag.</summary>
    protected async Task<string?> ChangeAsync(HttpMethod method, string path, object? body, string? etag, CancellationToken stop)
    {
        using var request = Request(method, path, body);
        if (etag is null) { request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any); }
        else { request.Headers.TryAddWithoutValidation("If-Match", etag); }
        using var answer = await http.SendAsync(request, stop);
        await RequireSuccessAsync(answer, stop);
        return answer.Headers.ETag?.ToString();
    }

    /// <summary>Sends a file as it is.</summary>
    protected async Task UploadAsync(string path, Stream file, string mediaType, string etag, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative)) { Content = new StreamContent(file) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        using var answer = await http.SendAsync(request, stop);
        await RequireSuccessAsync(answer, stop);
    }

    /// <summary>An action that no version guards.</summary>
    protected async Task ActAsync(string path, object? body, CancellationToken stop)
    {
        using var request = Request(HttpMethod.Post, path, body);
        using var answer = await http.SendAsync(request, stop);
        await RequireSuccessAsync(answer, stop);
    }

    /// <summary>An action that no version guards, and what came of it.</summary>
    protected async Task<T> PostAsync<T>(string path, object body, CancellationToken stop)
    {
        using var request = Request(HttpMethod.Post, path, body);
        using var answer = await http.SendAsync(request, stop);
        await RequireSuccessAsync(answer, stop);
        return await BodyAsync<T>(answer, stop);
    }

    /// <summary>An action that may come to one of several things, told by the status.</summary>
    protected async Task<int> AskAsync(string path, object body, CancellationToken stop)
    {
        using var request = Request(HttpMethod.Post, path, body);
        using var answer = await http.SendAsync(request, stop);
        await RequireSuccessAsync(answer, stop);
        return (int)answer.StatusCode;
    }

    /// <summary>Removes it; what is gone already is as good as removed.</summary>
    protected async Task DeleteAsync(string path, CancellationToken stop)
    {
        using var answer = await http.DeleteAsync(new Uri(path, UriKind.Relative), stop);
        if (answer.StatusCode != HttpStatusCode.NotFound) { await RequireSuccessAsync(answer, stop); }
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, object? body) => new(method, new Uri(path, UriKind.Relative))
    {
        Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json),
    };

    private static async Task<T> BodyAsync<T>(HttpResponseMessage answer, CancellationToken stop) =>
        await answer.Content.ReadFromJsonAsync<T>(Json, stop) ?? throw ApiException.Bare(StatusCodes.Status502BadGateway);

    private static async Task RequireSuccessAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        if (answer.IsSuccessStatusCode) { return; }

        var status = (int)answer.StatusCode;
        if (answer.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json")) { throw ApiException.Bare(status); }

        try
        {
            var problem = await answer.Content.ReadFromJsonAsync<Problem>(Json, stop);
            throw new ApiException(status, problem?.Code ?? "", problem?.Title ?? "", problem?.Errors ?? [])
            {
                Duplicates = problem?.Duplicates ?? [],
                Changes = problem?.Changes ?? [],
            };
        }
        catch (JsonException)
        {
            throw ApiException.Bare(status);
        }
    }

    private sealed record Problem(
        string? Title, string? Code, Dictionary<string, string[]>? Errors, IReadOnlyList<Duplicate>? Duplicates, IReadOnlyList<FieldChange>? Changes);
}
