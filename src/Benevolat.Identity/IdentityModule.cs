using System.Security.Cryptography.X509Certificates;
using Benevolat.Identity.Clients;
using Benevolat.Identity.Data;
using Benevolat.Identity.Domain;
using Benevolat.Identity.Features.Accounts;
using Benevolat.Identity.Features.Connect;
using Benevolat.Identity.Features.Pages;
using Benevolat.Identity.Keys;
using Benevolat.Identity.Mail;
using Benevolat.Identity.Security;
using Benevolat.Messaging;
using Benevolat.ServiceDefaults;
using Benevolat.ServiceDefaults.Data;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Benevolat.Identity;

/// <summary>Accounts, sign-in, OAuth clients and the keys that the whole system's tokens are signed with.</summary>
public static class IdentityModule
{
    public static WebApplicationBuilder AddIdentityService(this WebApplicationBuilder builder)
    {
        // Before the defaults: the first writer that can, writes.
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemPages>();
        builder.AddApiDefaults<IdentityDb>(Grants.Self);
        // Whoever chose a language on the site keeps it on these pages.
        builder.Services.Configure<RequestLocalizationOptions>(localization => localization.UseChosen(builder.Configuration.PublicOrigin()));
        builder.AddDatabase<IdentityDb>("identitydb");
        builder.AddMessaging<IdentityDb>("identity");
        builder.Logging.AddFilter("OpenIddict", LogLevel.Warning); // below, it logs requests with what people typed
        AddKeys(builder);
        AddAccounts(builder);
        builder.Services.AddOpenIdServer(builder.Configuration).AddHostedService<ClientSync>().AddHostedService<TokenSweep>();
        builder.Services.AddScoped<ClientSeed>().AddScoped<DemoSeed>();
        builder.Services.AddRazorComponents();
        return builder;
    }

    public static WebApplication UseIdentityService(this WebApplication app)
    {
        app.UseForwardedOrigin();
        app.UseApiDefaults();
        app.UseAntiforgery();
        app.MapOpenIdServer();
        app.MapMessagingOps<IdentityDb>();
        MapAccounts(app.MapGroup("/api/v1/accounts").WithTags("Accounts"));
        MapPages(app.MapGroup("/account").ExcludeFromDescription().KeepPrivate());
        return app;
    }

    private static void AddKeys(WebApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("benevolat-identity").PersistKeysToDbContext<IdentityDb>();
        if (builder.Configuration["Identity:KeyCertificate"] is { Length: > 0 } path)
        {
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, builder.Configuration["Identity:KeyCertificatePassword"]));
        }

        builder.Services.AddSingleton<KeyRing>().AddScoped<KeyStore>().AddHostedService<KeyKeeper>();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<KeyRing>((jwt, ring) => jwt.ConfigurationManager = new LocalKeys(ring, builder.Configuration));
    }

    private static void AddAccounts(WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<Account>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.User.AllowedUserNameCharacters = ""; // the name is the address, which has its own rules
            identity.User.RequireUniqueEmail = true;
            identity.Password = new() { RequiredLength = PasswordRules.Shortest, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            identity.ClaimsIdentity = new() { UserIdClaimType = "sub", UserNameClaimType = "name", EmailClaimType = "email", RoleClaimType = "role" };
        }).AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<IdentityDb>().AddSignInManager().AddDefaultTokenProviders();
        builder.Services.AddAccountSessions(builder.Configuration.PublicOrigin());
        builder.Services.Configure<SmtpOptions>(builder.Configuration.GetSection("Smtp"));
        builder.Services.AddSingleton<SmtpCarrier>().AddHostedService<MailSender>();
        builder.Services.AddSingleton<AttemptLimiter>().AddScoped<AccountMails>();
        builder.Services.AddScoped<SignUp>().AddScoped<ConfirmAccount>().AddScoped<RequestPasswordReset>().AddScoped<ResetPassword>().AddScoped<SignIn>();
    }

    private static void MapAccounts(RouteGroupBuilder accounts)
    {
        SignUp.Map(accounts);
        ConfirmAccount.Map(accounts);
        RequestPasswordReset.Map(accounts);
        ResetPassword.Map(accounts);
        SignIn.Map(accounts);
        GetMyAccount.Map(accounts);
    }

    private static void MapPages(RouteGroupBuilder pages)
    {
        SignInPage.Map(pages);
        SignUpPage.Map(pages);
        ConfirmPage.Map(pages);
        ForgottenPage.Map(pages);
        ResetPage.Map(pages);
        SignOutPage.Map(pages);
    }
}
