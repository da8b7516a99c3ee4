using System.Collections.ObjectModel;
using Benevolat.ServiceDefaults.Rules;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Benevolat.ServiceDefaults.Problems;

/// <summary>Turns every exception that leaves an endpoint into a problem. What it doesn't know is a bug: 500, logged with its trace.</summary>
internal sealed partial class ProblemExceptionHandler(IProblemDetailsService problems, ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken stop)
    {
        if (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var (status, rule, facts, errors) = Explain(exception, http);
        if (status == StatusCodes.Status500InternalServerError) { LogBug(log, exception); }
        if (status == StatusCodes.Status503ServiceUnavailable) { http.Response.Headers.RetryAfter = "5"; }

        var problem = new ProblemDetails { Status = status };
        problem.Describe(rule, facts);
        if (errors is not null) { problem.Extensions["errors"] = errors; }
        foreach (var (name, detail) in (exception as ProblemException)?.Details ?? ReadOnlyDictionary<string, object?>.Empty) { problem.Extensions[name] = detail; }

        http.Response.StatusCode = status;
        return await problems.TryWriteAsync(new() { HttpContext = http, ProblemDetails = problem, Exception = exception });
    }

    private static (int Status, Rule Rule, IReadOnlyDictionary<string, object>? Facts, IReadOnlyDictionary<string, string[]>? Errors) Explain(
        Exception exception, HttpContext http) => exception switch
        {
            RuleBrokenException broken => (StatusCodes.Status409Conflict, broken.Rule, broken.Facts, null),
            ProblemException problem => (problem.Status, problem.Rule, null, problem.Errors),
            BadHttpRequestException bad => BadRequestReader.Explain(bad),
            // A form that can't be parsed: too many fields, a boundary that is missing.
            InvalidDataException => (StatusCodes.Status400BadRequest, HttpRules.Unreadable, null, null),
            DbUpdateConcurrencyException when http.Request.Headers.IfMatch.Count > 0 =>
                (StatusCodes.Status412PreconditionFailed, HttpRules.PreconditionFailed, null, null),
            DbUpdateConcurrencyException or DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } =>
                (StatusCodes.Status409Conflict, HttpRules.Conflict, null, null),
            PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } =>
                (StatusCodes.Status409Conflict, HttpRules.Conflict, null, null),
            _ when DatabaseIsAway(exception) => (StatusCodes.Status503ServiceUnavailable, HttpRules.Unavailable, null, null),
            _ => (StatusCodes.Status500InternalServerError, HttpRules.Bug, null, null),
        };

    /// <summary>A server that restarts, refuses or breaks the connection: the transaction is gone, the client may retry.</summary>
    private static bool DatabaseIsAway(Exception? exception) =>
        exception is NpgsqlException { IsTransient: true } or TimeoutException or NpgsqlException { InnerException: IOException }
        || (exception?.InnerException is { } inner && DatabaseIsAway(inner));

    [LoggerMessage(1, LogLevel.Error, "A request failed in a way that nobody foresaw")]
    private static partial void LogBug(ILogger log, Exception exception);
}
