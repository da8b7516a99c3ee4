namespace Benevolat.Notifications.Mail;

/// <summary>The e-mail channel.</summary>
internal static class MailExtensions
{
    public static IHostApplicationBuilder AddMail(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SmtpOptions>().BindConfiguration("Smtp")
            .Validate(smtp => smtp.Host.Length > 0 && smtp.Port is > 0 and <= 65535, "Smtp:Host and Smtp:Port name the mail server.")
            .ValidateOnStart();
        builder.Services.AddSingleton<Mailbox>().AddSingleton<Templates>().AddSingleton<SiteLinks>().AddScoped<Letters>();
        return builder;
    }
}
