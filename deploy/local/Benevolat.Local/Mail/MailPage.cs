using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Benevolat.Local.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benevolat.Local.Mail;

/// <summary>The caught messages in a browser, so that a person can click the link in a confirmation; the same as JSON.</summary>
public sealed partial class MailPage : IAsyncDisposable
{
    private const string Style = "<style>body{font:1rem/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}td,th{text-align:left;padding:.25rem 1rem .25rem 0}iframe{width:100%;height:60vh}pre{white-space:pre-wrap}</style>";

    private readonly WebApplication _app;

    private MailPage(WebApplication app, Uri address) => (_app, Address) = (app, address);

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>Serves a folder of messages on a loopback port.</summary>
    public static async Task<MailPage> StartAsync(MailFolder mails, int? port = null)
    {
        var address = new Uri($"http://127.0.0.1:{port ?? Ports.Free()}");
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address.ToString());
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        var app = builder.Build();
        app.MapGet("/", () => Html(List(mails.All())));
        app.MapGet("/messages/{id}", (string id) => mails.Find(id) is { } mail ? Html(Show(mail)) : Results.NotFound());
        app.MapGet("/messages/{id}/html", (string id, HttpResponse response) => ShowBody(mails.Find(id), response));
        app.MapGet("/api/messages", () => Results.Json(mails.All()));
        app.MapGet("/api/messages/{id}", (string id) => mails.Find(id) is { } mail ? Results.Json(mail) : Results.NotFound());
        await app.StartAsync();
        return new MailPage(app, address);
    }

    /// <summary>Stops serving.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Html(string body) =>
        Results.Content($"<!doctype html><html lang=en><meta charset=utf-8><title>Mails</title>{Style}{body}", "text/html", Encoding.UTF8);

    private static string List(IEnumerable<CaughtMail> mails) =>
        "<h1>Caught mails</h1><table><tr><th>To<th>Subject<th>Received" + string.Concat(mails.Reverse().Select(mail =>
            $"<tr><td>{Text(string.Join(", ", mail.Recipients))}<td><a href=\"/messages/{mail.Id}\">{Text(mail.Subject)}</a><td>{mail.Id[..15]}")) + "</table>";

    private static string Show(CaughtMail mail) =>
        $"<p><a href=\"/\">All mails</a><h1>{Text(mail.Subject)}</h1><p>From {Text(mail.From)}<br>To {Text(string.Join(", ", mail.Recipients))}"
        + $"<pre>{LinkPattern().Replace(Text(mail.Text), link => $"<a href=\"{link.Value}\">{link.Value}</a>")}</pre>"
        + (mail.Html.Length > 0 ? $"<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/messages/{mail.Id}/html\"></iframe>" : string.Empty);

    /// <summary>A message's HTML is a stranger's: it runs no script and loads nothing.</summary>
    private static IResult ShowBody(CaughtMail? mail, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
        return mail is null ? Results.NotFound() : Results.Content("<base target=_blank>" + mail.Html, "text/html", Encoding.UTF8);
    }

    private static string Text(string value) => WebUtility.HtmlEncode(value);

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkPattern();
}
