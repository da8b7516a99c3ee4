using Benevolat.Matching;
using Benevolat.Matching.Data;
using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddMatching();
var app = builder.Build();
if (args is ["migrate"]) { await app.MigrateAsync<MatchingDb>(); return; }
app.UseApiDefaults();
app.MapMatching();
await app.RunAsync();
