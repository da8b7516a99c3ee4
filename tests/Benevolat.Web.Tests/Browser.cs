using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Benevolat.Web.Tests;

/// <summary>A page as a browser without script has it.</summary>
public sealed record Visit(HttpResponseMessage Response, IHtmlDocument Document)
{
    public int Status => (int)Response.StatusCode;

    public string Path => Response.RequestMessage!.RequestUri!.PathAndQuery;

    public string Text(string selector) => Normal(Document.QuerySelector(selector)?.TextContent ?? "");

    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(element => Normal(element.TextContent))];

    public IElement Element(string selector) => Document.QuerySelector(selector) ?? throw new InvalidOperationException($"No {selector} on {Path}: {Text("main")}");

    private static string Normal(string text) => string.Join(' ', text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Follows links and sends forms as a browser without script would.</summary>
public sealed class Browser(HttpClient http) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Http => http;

    public async Task<Visit> GoAsync(string path) => await ReadAsync(await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    /// <summary>Sends a form of the page with everything that is in it, hidden fields included, after changing some fields.</summary>
    public async Task<Visit> SendAsync(Visit page, string form, params (string Name, string Value)[] changes)
    {
        var element = (IHtmlFormElement)page.Element(form);
        var fields = Fields(element).ToList();
        foreach (var name in changes.Select(change => change.Name).Distinct()) { fields.RemoveAll(field => field.Key == name); }
        fields.AddRange(changes.Where(change => change.Value.Length > 0).Select(change => KeyValuePair.Create(change.Name, change.Value)));
        var target = element.GetAttribute("action") is { Length: > 0 } action ? action : page.Path;
        using var content = new FormUrlEncodedContent(fields);
        return await ReadAsync(await http.PostAsync(new Uri(target, UriKind.Relative), content, TestContext.Current.CancellationToken));
    }

    public void Dispose() => http.Dispose();

    private static async Task<Visit> ReadAsync(HttpResponseMessage response) =>
        new(response, await Parser.ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name } input when input.Type is not ("checkbox" or "radio") || input.IsChecked:
                    yield return new(name, input.Value is { Length: > 0 } value ? value : input.Type is "checkbox" ? "on" : "");
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    yield return new(name, select.Value ?? "");
                    break;
            }
        }
    }
}
