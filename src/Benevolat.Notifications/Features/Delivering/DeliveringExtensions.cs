using Benevolat.Notifications.Data;

namespace Benevolat.Notifications.Features.Delivering;

/// <summary>The workers that turn notices into messages.</summary>
internal static class DeliveringExtensions
{
    public static IHostApplicationBuilder AddDelivering(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DeliveringOptions>().BindConfiguration("Delivering")
            .Validate(delivering => delivering.MostAttempts > 0 && delivering.Poll > TimeSpan.Zero, "Delivering:MostAttempts and Delivering:Poll are above zero.")
            .ValidateOnStart();
        builder.Services.AddSingleton<Bell>().AddSingleton<DeliveryMetrics>();
        builder.Services.ConfigureDbContext<NotificationsDb>((services, options) => options.AddInterceptors(services.GetRequiredService<Bell>()));
        builder.Services.AddHostedService<Addressing>().AddHostedService<Sending>().AddHostedService<BacklogWatch>();
        return builder;
    }
}
