namespace Benevolat.ServiceDefaults.Http;

/// <summary>An answer as it was, or will be, sent: the same bytes the first time and every time after.</summary>
internal sealed class RecordedAnswer(IdempotencyRecord record) : IResult
{
    public IdempotencyRecord Record { get; } = record;

    /// <summary>Runs the handler's result against a buffer instead of the wire.</summary>
    public static async Task<RecordedAnswer> RecordAsync(object? result, HttpContext http, string client, string key, byte[] hash)
    {
        var wire = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await (result as IResult ?? TypedResults.Ok(result)).ExecuteAsync(http);
        }
        finally
        {
            http.Response.Body = wire;
        }

        return new RecordedAnswer(new IdempotencyRecord
        {
            Client = client,
            Key = key,
            RequestHash = hash,
            Status = http.Response.StatusCode,
            ContentType = http.Response.ContentType,
            Location = http.Response.Headers.Location,
            ETag = http.Response.Headers.ETag,
            Body = buffer.ToArray(),
            CreatedAt = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        });
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Record.Status;
        response.ContentType = Record.ContentType;
        if (Record.Location is not null) { response.Headers.Location = Record.Location; }
        if (Record.ETag is not null) { response.Headers.ETag = Record.ETag; }
        return Record.Body.Length == 0 ? Task.CompletedTask : response.Body.WriteAsync(Record.Body, httpContext.RequestAborted).AsTask();
    }
}
