using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Benevolat.Benchmarks.Commands;

/// <summary>The least that an upstream of the gateway can do: bytes that lie ready, found by the address asked for.</summary>
internal static class StaticJsonCommand
{
    public static Command Create()
    {
        var answers = new Option<FileInfo>("--answers") { Description = "A JSON object: address → answer as text", Required = true };
        var url = new Option<string>("--url") { Description = "Where to listen", Required = true };
        var command = new Command("static-json", "Serves prepared answers, to measure the gateway without a service behind it.") { answers, url };
        command.SetAction((result, stop) => RunAsync(result.GetRequiredValue(answers), result.GetRequiredValue(url), stop));
        return command;
    }

    private static async Task RunAsync(FileInfo file, string url, CancellationToken stop)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllBytesAsync(file.FullName, stop))!;
        var answers = texts.ToDictionary(answer => answer.Key, answer => System.Text.Encoding.UTF8.GetBytes(answer.Value), StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        app.Run(http => AnswerAsync(http, answers));
        await app.StartAsync(stop);
        await app.WaitForShutdownAsync(stop);
    }

    private static async Task AnswerAsync(HttpContext http, Dictionary<string, byte[]> answers)
    {
        if (!answers.TryGetValue(http.Request.Path + http.Request.QueryString.Value, out var answer))
        {
            http.Response.StatusCode = http.Request.Path.StartsWithSegments("/health") ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = answer.Length;
        await http.Response.BodyWriter.WriteAsync(answer);
    }
}
