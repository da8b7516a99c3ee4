using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Benevolat.ServiceDefaults.Json;

namespace Benevolat.Testing;

/// <summary>Short words for what HTTP tests say most.</summary>
public static class HttpExpectations
{
    /// <summary>The body, when the status is the expected one; otherwise the test fails showing the answer.</summary>
    public static async Task<T> ReadAsync<T>(this Task<HttpResponseMessage> sending, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await sending;
        await response.ExpectAsync(expected);
        return (await response.Content.ReadFromJsonAsync<T>(JsonConventions.Tolerant))!;
    }

    public static Task<JsonNode> ReadJsonAsync(this Task<HttpResponseMessage> sending, HttpStatusCode expected = HttpStatusCode.OK) =>
        sending.ReadAsync<JsonNode>(expected);

    public static async Task<HttpResponseMessage> ExpectAsync(this Task<HttpResponseMessage> sending, HttpStatusCode expected) =>
        await (await sending).ExpectAsync(expected);

    public static async Task<HttpResponseMessage> ExpectSuccessAsync(this Task<HttpResponseMessage> sending)
    {
        var response = await sending;
        return response.IsSuccessStatusCode ? response : await response.ExpectAsync(HttpStatusCode.OK);
    }

    /// <summary>Expects a problem of RFC 9457 with this status and code; gives it back for a closer look.</summary>
    public static async Task<JsonNode> ExpectProblemAsync(this Task<HttpResponseMessage> sending, HttpStatusCode status, string code)
    {
        using var response = await sending;
        await response.ExpectAsync(status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(code, (string?)problem["code"]);
        Assert.Equal($"urn:benevolat:problem:{code}", (string?)problem["type"]);
        Assert.False(string.IsNullOrEmpty((string?)problem["title"]));
        Assert.False(string.IsNullOrEmpty((string?)problem["traceId"]));
        return problem;
    }

    /// <summary>Expects a 400 whose <c>errors</c> name exactly these fields.</summary>
    public static async Task<JsonNode> ExpectInvalidAsync(this Task<HttpResponseMessage> sending, params string[] fields)
    {
        var problem = await sending.ExpectProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        Assert.Equal(fields.Order(), problem["errors"]!.AsObject().Select(error => error.Key).Order());
        return problem;
    }

    /// <summary>Sends JSON with the usual conventions and, where given, If-Match and Idempotency-Key.</summary>
    public static async Task<HttpResponseMessage> SendJsonAsync(
        this HttpClient client, HttpMethod method, string path, object? body, string? ifMatch = null, string? idempotencyKey = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) { request.Content = JsonContent.Create(body, body.GetType(), options: JsonConventions.Tolerant); }
        if (ifMatch is not null) { request.Headers.TryAddWithoutValidation("If-Match", ifMatch); }
        if (idempotencyKey is not null) { request.Headers.Add("Idempotency-Key", idempotencyKey); }
        return await client.SendAsync(request);
    }

    /// <summary>What stands there, as JSON.</summary>
    public static Task<JsonNode> GetJsonAsync(this HttpClient client, string path)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.GetAsync(new Uri(path, UriKind.Relative)).ReadJsonAsync();
    }

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string path, object? body, string? ifMatch = null, string? idempotencyKey = null) =>
        client.SendJsonAsync(HttpMethod.Post, path, body, ifMatch, idempotencyKey);

    public static Task<HttpResponseMessage> PutJsonAsync(this HttpClient client, string path, object? body, string? ifMatch = null) =>
        client.SendJsonAsync(HttpMethod.Put, path, body, ifMatch);

    private static async Task<HttpResponseMessage> ExpectAsync(this HttpResponseMessage response, HttpStatusCode expected)
    {
        if (response.StatusCode != expected)
        {
            Assert.Fail($"Expected {(int)expected}, got {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }

        return response;
    }
}
