using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;
using Benevolat.Volunteers;
using Benevolat.Volunteers.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddVolunteers();
var app = builder.Build();
if (args is ["migrate"])
{
    await app.MigrateAsync<VolunteersDb>();
    return;
}

app.UseApiDefaults();
app.MapVolunteers();
await app.RunAsync();
