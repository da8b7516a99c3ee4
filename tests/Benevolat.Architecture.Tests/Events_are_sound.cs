using System.Reflection;
using System.Text.RegularExpressions;
using Benevolat.Contracts;
using Benevolat.Contracts.Identity;
using Benevolat.Contracts.Missions;
using Benevolat.Messaging;
using MassTransit;

namespace Benevolat.Architecture.Tests;

public sealed class Events_are_sound
{
    private static readonly Type[] Events =
        [.. typeof(IEvent).Assembly.GetExportedTypes().Where(type => type.IsClass && typeof(IEvent).IsAssignableFrom(type))];

    private static readonly Type[] Confidential = [.. Events.Where(type => type.GetCustomAttribute<ConfidentialAttribute>() is not null)];

    [Fact]
    public void Wire_names_are_unique_versioned_and_say_who_owns_the_event()
    {
        Assert.NotEmpty(Events);
        Assert.Equal(Events.Length, Events.Select(WireNames.Of).Distinct().Count());
        Assert.All(Events, type =>
        {
            Assert.Matches("^[a-z]+\\.[a-z-]+\\.v[1-9]$", WireNames.Of(type));
            Assert.Equal(type.Namespace!.Split('.')[2].ToLowerInvariant(), WireNames.Of(type).Split('.')[0]);
        });
    }

    [Fact]
    public void Events_are_immutable() =>
        Assert.All(Events, type =>
        {
            Assert.True(type.IsSealed);
            Assert.All(type.GetProperties(), property => Assert.True(property.SetMethod is null || IsInitOnly(property), $"{type.Name}.{property.Name} can be set"));
        });

    [Fact]
    public void Nothing_personal_is_on_the_bus_but_in_the_confidential_events()
    {
        var personal = Events.Where(type => type.GetCustomAttribute<ConfidentialAttribute>() is null)
            .SelectMany(type => Facts(type).Select(fact => $"{type.Name}.{fact.Name}"))
            .Where(name => Regex.IsMatch(name, @"\.(Email|FirstName|LastName|FullName|Phone|BirthDate|Age|Gender|Origin|Message|Body|Address)$"));
        Assert.Empty(personal);
        Assert.Equal([typeof(AccountContactChanged), typeof(MemberInvited)], Confidential.OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_named_service_consumes_a_confidential_event() =>
        Assert.All(Confidential, type =>
        {
            var consumers = Repository.Services
                .Where(service => Repository.Load(service).GetTypes().Any(consumer => consumer.IsAssignableTo(typeof(IConsumer<>).MakeGenericType(type))))
                .Select(service => service.ToLowerInvariant());
            Assert.Equal([type.GetCustomAttribute<ConfidentialAttribute>()!.OnlyFor], consumers);
            Assert.Equal([type.GetCustomAttribute<ConfidentialAttribute>()!.OnlyFor], type.GetCustomAttribute<HeardByAttribute>()!.Services);
        });

    [Fact]
    public void Consumers_are_called_after_the_event_they_wait_for() =>
        Assert.All(
            Repository.Services.SelectMany(service => Repository.Load(service).GetTypes()).Where(type => type.IsAssignableTo(typeof(IConsumer)) && type is { IsAbstract: false, IsInterface: false }),
            consumer =>
            {
                var waitsFor = Assert.Single(consumer.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>)).GetGenericArguments()[0];
                Assert.Equal($"When{waitsFor.Name}", consumer.Name);
            });

    [Fact]
    public void Contracts_name_exactly_the_services_that_consume_them()
    {
        // A name too few and the service doesn't start; one too many, and a queue fills that nobody empties.
        var named = Events.SelectMany(type => (type.GetCustomAttribute<HeardByAttribute>()?.Services ?? []).Select(service => $"{service} hears {type.Name}"));
        var consumed = Repository.Services.SelectMany(service => Repository.Load(service).GetTypes()
            .SelectMany(type => type.GetInterfaces())
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(face => $"{service.ToLowerInvariant()} hears {face.GetGenericArguments()[0].Name}"));
        Assert.Equal(consumed.Order(), named.Order());
    }

    /// <summary>The properties of an event and of the records it holds.</summary>
    private static IEnumerable<PropertyInfo> Facts(Type type) => type.GetProperties().SelectMany(property =>
    {
        var held = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        return held.Assembly == typeof(IEvent).Assembly && held.IsClass ? Facts(held).Prepend(property) : [property];
    });

    private static bool IsInitOnly(PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
