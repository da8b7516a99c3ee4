using Benevolat.Notifications;
using Benevolat.Notifications.Data;
using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddNotifications();
var app = builder.Build();
if (args is ["migrate"])
{
    await app.MigrateAsync<NotificationsDb>();
    return;
}

app.UseApiDefaults();
app.MapNotifications();
await app.RunAsync();
