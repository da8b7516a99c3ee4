using Benevolat.Contracts.Matching;
using Benevolat.Contracts.Missions;
using Benevolat.Contracts.Vocabulary;
using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Benevolat.Missions.Data.Configurations;

/// <summary>Enums are stored as they are written in the API, so that search can filter and count without translating.</summary>
internal static class KebabEnums
{
    public static void UseKebabEnums(this ModelConfigurationBuilder model)
    {
        model.Store<MissionDomain>();
        model.Store<MissionKind>();
        model.Store<RemoteWork>();
        model.Store<MissionState>();
        model.Store<OrganisationState>();
        model.Store<MemberRole>();
        model.Store<JoinRequestState>();
        model.Store<InvitationState>();
        model.Store<ActorKind>();
        model.Store<AlertPace>();
        model.Store<AsDescribed>();
    }

    private static void Store<TEnum>(this ModelConfigurationBuilder model)
        where TEnum : struct, Enum => model.Properties<TEnum>().HaveConversion<Converter<TEnum>>();

    private sealed class Converter<TEnum>() : ValueConverter<TEnum, string>(value => value.ToKebab(), text => Parse<TEnum>(text))
        where TEnum : struct, Enum;

    private static TEnum Parse<TEnum>(string text)
        where TEnum : struct, Enum =>
        Kebab.TryParse(text, out TEnum value) ? value : throw new InvalidOperationException($"The database holds an unknown {typeof(TEnum).Name}.");
}
