using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace Benevolat.ServiceDefaults.Http;

/// <summary>
/// <c>Idempotency-Key</c>: same key and same body give the same answer, another body 422, a twin still under way 409.
/// Answer and business change commit together, so there is no moment at which one exists without the other.
/// </summary>
public static class Idempotency
{
    public const string Header = "Idempotency-Key";

    /// <summary>Honours the header on an endpoint that writes through <typeparamref name="TDb"/>; without the header nothing changes.</summary>
    public static RouteHandlerBuilder Idempotent<TDb>(this RouteHandlerBuilder route)
        where TDb : DbContext => route.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (!http.Request.Headers.TryGetValue(Header, out var key)) { return await next(context); }
            if (key.ToString() is not { Length: > 0 and <= 255 } name || name.Any(character => character is < ' ' or > '~'))
            {
                throw ProblemException.ForField(Header, HttpRules.IdempotencyKey);
            }

            return await OnceAsync(http.RequestServices.GetRequiredService<TDb>(), http, name, () => next(context));
        });

    /// <summary>Lets the filter read the body that the binder has read already.</summary>
    internal static IApplicationBuilder UseIdempotencyBuffering(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Headers.ContainsKey(Header)) { http.Request.EnableBuffering(); }
        return next(http);
    });

    private static async ValueTask<object?> OnceAsync(DbContext db, HttpContext http, string key, Func<ValueTask<object?>> handle)
    {
        var stop = http.RequestAborted;
        var client = http.User.FindFirst("sub")?.Value ?? http.User.ClientId() ?? "anonymous";
        var hash = await HashAsync(http.Request, stop);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!await TryLockAsync(db, client, key, stop)) { throw new ProblemException(StatusCodes.Status409Conflict, HttpRules.IdempotencyInFlight); }

        var known = await db.Set<IdempotencyRecord>().AsNoTracking().SingleOrDefaultAsync(row => row.Client == client && row.Key == key, stop);
        if (known is not null)
        {
            return known.RequestHash.AsSpan().SequenceEqual(hash)
                ? new RecordedAnswer(known)
                : throw new ProblemException(StatusCodes.Status422UnprocessableEntity, HttpRules.IdempotencyOtherBody);
        }

        var answer = await RecordedAnswer.RecordAsync(await handle(), http, client, key, hash);
        if (answer.Record.Status is >= 200 and < 300)
        {
            db.Add(answer.Record);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }

        return answer;
    }

    /// <summary>A lock that the transaction releases by itself; two keys that hash alike only make one of them retry.</summary>
    private static Task<bool> TryLockAsync(DbContext db, string client, string key, CancellationToken stop)
    {
        var name = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{client}\n{key}")));
        return db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({name}) AS \"Value\"").SingleAsync(stop);
    }

    private static async Task<byte[]> HashAsync(HttpRequest request, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        request.Body.Position = 0;
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, stop)) > 0;) { hash.AppendData(buffer, 0, read); }
        return hash.GetHashAndReset();
    }
}
