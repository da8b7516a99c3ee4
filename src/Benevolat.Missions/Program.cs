using Benevolat.Missions;
using Benevolat.Missions.Data;
using Benevolat.Missions.Features.Places;
using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddMissions();
var app = builder.Build();
if (args is ["migrate"])
{
    await app.MigrateAsync<MissionsDb>();
    await app.Services.SeedPlacesAsync();
    return;
}

app.UseApiDefaults();
app.MapMissions();
await app.RunAsync();
