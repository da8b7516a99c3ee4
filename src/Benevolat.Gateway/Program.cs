using Benevolat.Gateway;
using Benevolat.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddGateway();
var app = builder.Build();
app.UseGateway();
app.MapGateway();
await app.RunAsync();
