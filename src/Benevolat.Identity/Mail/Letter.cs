using System.Net;

namespace Benevolat.Identity.Mail;

/// <summary>An e-mail of this service: a greeting, what it is about, one link, what to do if one didn't ask for it.</summary>
public sealed record Letter(string Subject, string Greeting, string About, string LinkText, Uri Link, string Otherwise)
{
    public string Text => $"{Greeting}\n\n{About}\n\n{LinkText} :\n{Link.AbsoluteUri}\n\n{Otherwise}\n\nBenevolat\n";

    public string Html(string language) => $"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head><meta charset="utf-8"><title>{Safe(Subject)}</title></head>
        <body style="font-family: sans-serif; line-height: 1.5; max-width: 36rem">
        <p>{Safe(Greeting)}</p>
        <p>{Safe(About)}</p>
        <p><a href="{Safe(Link.AbsoluteUri)}">{Safe(LinkText)}</a></p>
        <p>{Safe(Otherwise)}</p>
        <p>Benevolat</p>
        </body>
        </html>
        """;

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
