using Benevolat.Missions;
using Benevolat.Missions.Data;
using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddMissions();
var app = builder.Build();
if (args is ["migrate"])
{
    await app.MigrateAsync<MissionsDb>();
    return;
}

app.UseApiDefaults();
app.MapMissions();
await app.RunAsync();
