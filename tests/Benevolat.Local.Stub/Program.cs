// Stands for any service in the tests of the orchestrator: it says what it was told, and fails when told to.
var told = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value);
if (args is [var verb, ..])
{
    Console.WriteLine($"{verb} by {told["OTEL_SERVICE_NAME"]}");
    if (told.GetValueOrDefault("STUB_FAILS") == $"{told["OTEL_SERVICE_NAME"]} {verb}") { throw new InvalidOperationException("Told to fail."); }
    return;
}

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/health/ready", () => "ready");
app.MapGet("/told", () => told);
await app.RunAsync();
