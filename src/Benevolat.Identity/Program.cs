using Benevolat.Identity;
using Benevolat.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddIdentityService();
var app = builder.Build();
if (args is ["migrate"]) { await app.MigrateIdentityAsync(); return; }
if (args is ["seed-demo"]) { await app.SeedDemoAsync(); return; }

app.UseIdentityService();
await app.RunAsync();
