namespace Benevolat.AppHost;

/// <summary>
/// What every deployment decides for itself. While developing, a mail catcher stands where a mail server would,
/// the site is on port 8080 and secrets are made up once and kept in the user's secrets.
/// </summary>
internal sealed record SystemSettings(
    ReferenceExpression PublicOrigin,
    ReferenceExpression SmtpHost,
    ReferenceExpression SmtpPort,
    ReferenceExpression WebClientSecret)
{
    /// <summary>The port of the site on the developer's machine.</summary>
    public const int SitePort = 8080;

    public static SystemSettings Add(IDistributedApplicationBuilder builder)
    {
        var secret = builder.AddParameter("web-client-secret", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);
        var webClientSecret = ReferenceExpression.Create($"{secret}");
        return builder.ExecutionContext.IsPublishMode ? Published(builder, webClientSecret) : Developed(builder, webClientSecret);
    }

    private static SystemSettings Published(IDistributedApplicationBuilder builder, ReferenceExpression webClientSecret)
    {
        var origin = builder.AddParameter("public-origin");
        var host = builder.AddParameter("smtp-host");
        var port = builder.AddParameter("smtp-port");
        return new(ReferenceExpression.Create($"{origin}"), ReferenceExpression.Create($"{host}"), ReferenceExpression.Create($"{port}"), webClientSecret);
    }

    private static SystemSettings Developed(IDistributedApplicationBuilder builder, ReferenceExpression webClientSecret)
    {
        var mail = builder.AddContainer("mail", "axllent/mailpit", "v1.27")
            .WithHttpEndpoint(targetPort: 8025, name: "http")
            .WithEndpoint(targetPort: 1025, name: "smtp", scheme: "tcp")
            .WithUrlForEndpoint("http", url => url.DisplayText = "Mails");
        var smtp = mail.GetEndpoint("smtp");
        return new(
            ReferenceExpression.Create($"http://localhost:{SitePort.ToString(System.Globalization.CultureInfo.InvariantCulture)}"),
            ReferenceExpression.Create($"{smtp.Property(EndpointProperty.Host)}"),
            ReferenceExpression.Create($"{smtp.Property(EndpointProperty.Port)}"),
            webClientSecret);
    }
}
