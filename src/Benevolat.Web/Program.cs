using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;
using Benevolat.Web;
using Benevolat.Web.Data;

// Pages and style sheets lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddServiceDefaults();
builder.AddWeb();
var app = builder.Build();
if (args is ["migrate"]) { await app.MigrateAsync<WebDb>(); return; }

app.UseWeb();
await app.RunAsync();

/// <summary>The site; public for the tests that start it.</summary>
public partial class Program;
