// The whole system for Aspire: `dotnet run --project Benevolat.AppHost`. deploy/local/Benevolat.Local/Topology.cs says the same
// for machines without a container engine; Benevolat.Architecture.Tests fails when the two differ.
using Benevolat.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
if (builder.ExecutionContext.IsPublishMode)
{
    // The publisher is chosen at the command line; the dashboard's default image is a nightly one.
    builder.AddDockerComposeEnvironment("compose").WithDashboard(false);
}

var settings = SystemSettings.Add(builder);

var password = builder.AddParameter("postgres-password", secret: true);
var postgres = builder.AddPostgres("postgres", password: password)
    .WithImage("postgis/postgis", "17-3.5") // before WithDataVolume: the tag picks the mount path
    .WithDataVolume("benevolat-postgres")
    .WithLifetime(ContainerLifetime.Persistent);
var identityDb = postgres.AddDatabase("identitydb", "identity");
var missionsDb = postgres.AddDatabase("missionsdb", "missions");
var volunteersDb = postgres.AddDatabase("volunteersdb", "volunteers");
var matchingDb = postgres.AddDatabase("matchingdb", "matching");
var notificationsDb = postgres.AddDatabase("notificationsdb", "notifications");
var webDb = postgres.AddDatabase("webdb", "web");

var rabbitmq = builder.AddRabbitMQ("rabbitmq")
    .WithManagementPlugin()
    .WithDataVolume("benevolat-rabbitmq")
    .WithLifetime(ContainerLifetime.Persistent);

var identity = builder.AddService<Projects.Benevolat_Identity>("identity", identityDb, rabbitmq)
    .WithSetting("Public__Origin", settings.PublicOrigin)
    .WithSetting("Smtp__Host", settings.SmtpHost)
    .WithSetting("Smtp__Port", settings.SmtpPort)
    .WithSetting("Identity__WebClientSecret", settings.WebClientSecret);

var missions = builder.AddService<Projects.Benevolat_Missions>("missions", missionsDb, rabbitmq)
    .WithReference(identity)
    .WithSetting("Public__Origin", settings.PublicOrigin);

var volunteers = builder.AddService<Projects.Benevolat_Volunteers>("volunteers", volunteersDb, rabbitmq)
    .WithReference(identity)
    .WithSetting("Public__Origin", settings.PublicOrigin);

var matching = builder.AddService<Projects.Benevolat_Matching>("matching", matchingDb, rabbitmq)
    .WithReference(identity)
    .WithSetting("Public__Origin", settings.PublicOrigin);

var notifications = builder.AddService<Projects.Benevolat_Notifications>("notifications", notificationsDb, rabbitmq)
    .WithReference(identity)
    .WithSetting("Public__Origin", settings.PublicOrigin)
    .WithSetting("Smtp__Host", settings.SmtpHost)
    .WithSetting("Smtp__Port", settings.SmtpPort);

var web = builder.AddService<Projects.Benevolat_Web>("web", webDb)
    .WithReference(identity)
    .WithReference(missions)
    .WithReference(volunteers)
    .WithReference(matching)
    .WithReference(notifications)
    .WithSetting("Public__Origin", settings.PublicOrigin)
    .WithSetting("Web__ClientSecret", settings.WebClientSecret);

var gateway = builder.AddGateway<Projects.Benevolat_Gateway>("gateway")
    .WithReference(identity)
    .WithReference(missions)
    .WithReference(volunteers)
    .WithReference(matching)
    .WithReference(notifications)
    .WithReference(web)
    .WaitFor(identity)
    .WaitFor(web)
    .WithSetting("Public__Origin", settings.PublicOrigin);

if (builder.ExecutionContext.IsRunMode)
{
    gateway.WithOperatorCommands();
    builder.AddDemo(identityDb, rabbitmq, identity, missions, gateway, settings);
}

builder.Build().Run();
