using Benevolat.Web.Data;
using Benevolat.Web.Errors;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Client;
using static OpenIddict.Abstractions.OpenIddictExceptions;

namespace Benevolat.Web.SignIn;

/// <summary>
/// Renews a session's tokens shortly before they end. The session's row is locked meanwhile: of several requests that
/// notice at once, on whichever replica, one asks Identity and the others find what it wrote.
/// </summary>
internal sealed partial class TokenRefresh(WebDb db, SessionStore store, OpenIddictClientService identity, TimeProvider clock, ILogger<TokenRefresh> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (SessionTokens.From(context.Properties) is not { } tokens) { context.RejectPrincipal(); return; }
        if (tokens.IsFresh(clock.GetUtcNow()) || SessionStore.IdOf(context.Properties) is not { } id) { return; }

        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.HttpContext.RequestAborted);
            limit.CancelAfter(Patience);
            if (await RefreshOnceAsync(id, limit.Token) is { } renewed) { renewed.StoreIn(context.Properties); }
            else { context.RejectPrincipal(); }
        }
        catch (ProtocolException refusal)
        {
            // Refused for good (revoked, too old): the person signs in again.
            LogRefused(log, refusal.Error);
            await db.Sessions.Where(row => row.Id == id).ExecuteDeleteAsync(CancellationToken.None);
            context.RejectPrincipal();
        }
        catch (Exception away) when (away is OperationCanceledException || ServiceAway.Is(away))
        {
            // Identity is away for a moment: nobody is signed out for that. The old token serves as long as it lives.
            LogAway(log, away);
        }
    }

    private async Task<SessionTokens?> RefreshOnceAsync(string id, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var row = await db.Sessions.FromSql($"SELECT * FROM sessions WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync(stop);
        if (row is null || store.Open(row) is not { } ticket || SessionTokens.From(ticket.Properties) is not { } tokens) { return null; }
        if (tokens.IsFresh(clock.GetUtcNow())) { return tokens; }
        if (tokens.RefreshToken is not { } refresh) { return null; }

        var answer = await identity.AuthenticateWithRefreshTokenAsync(new()
        {
            RefreshToken = refresh,
            DisableUserInfo = true,
            CancellationToken = stop,
        });
        var renewed = new SessionTokens(
            answer.AccessToken, answer.AccessTokenExpirationDate ?? clock.GetUtcNow().AddMinutes(5), answer.RefreshToken ?? refresh);
        renewed.StoreIn(ticket.Properties);
        row.Ticket = store.Seal(ticket);

        // Identity has spent the old refresh token: from here on a closed browser must not undo what we know.
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return renewed;
    }

    [LoggerMessage(1, LogLevel.Information, "Identity refused to renew a session: {Error}")]
    private static partial void LogRefused(ILogger log, string? error);

    [LoggerMessage(2, LogLevel.Warning, "Identity is out of reach; a session goes on with the token it has")]
    private static partial void LogAway(ILogger log, Exception exception);
}
