using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Benevolat.Gateway.Routing;
using Benevolat.ServiceDefaults.Security;
using Yarp.ReverseProxy.Model;

namespace Benevolat.Gateway.Limits;

/// <summary>Whose allowance a request uses up.</summary>
internal readonly record struct CallerKey(Tier Tier, string? Name, ulong Address)
{
    public static CallerKey Of(HttpContext http)
    {
        if (TierOfChange(http) is { } tier) { return new(tier, null, AddressOf(http.Connection.RemoteIpAddress)); }
        var user = http.User;
        return user.Identity?.IsAuthenticated != true ? new(Tier.Anonymous, null, AddressOf(http.Connection.RemoteIpAddress))
            : user.IsPerson() ? new(Tier.User, user.FindFirstValue("sub"), 0)
            : new(Tier.Client, user.ClientId() ?? user.FindFirstValue("sub"), 0);
    }

    /// <summary>Reading the sign-in page or a form is browsing; sending something is an attempt. A token buys no further attempts.</summary>
    private static Tier? TierOfChange(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method)
        && http.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.Metadata?.TryGetValue(ProxyConfiguration.Changes, out var tier) == true
            ? Enum.Parse<Tier>(tier) : null;

    /// <summary>An IPv4 address, or the /64 of an IPv6 address: one household gets 2^64 of them.</summary>
    private static ulong AddressOf(IPAddress? address)
    {
        if (address is null) { return 0; }
        Span<byte> bytes = stackalloc byte[16];
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        address.TryWriteBytes(bytes, out _);
        // The two families can't collide: an IPv4 address leaves the upper half empty, and ::/32 is not routed.
        return address.AddressFamily == AddressFamily.InterNetwork ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }
}
