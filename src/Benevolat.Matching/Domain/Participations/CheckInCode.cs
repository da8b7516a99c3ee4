using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Benevolat.Matching.Domain.Shifts;

namespace Benevolat.Matching.Domain.Participations;

/// <summary>
/// What the QR code at the place says: which mission, which shift or which day, and from when to when it counts. Signed, so that it can be
/// checked without having been stored; in base64url, so that it fits in an address.
/// </summary>
/// <param name="ShiftId">Null for a day of a mission without shifts.</param>
/// <param name="On">The day in France.</param>
public sealed record CheckInCode(Guid MissionId, Guid? ShiftId, DateOnly On, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil)
{
    private const byte Layout = 1;
    private const int BodyLength = 1 + 16 + 16 + 4 + 4 + 4;

    /// <summary>128 bits: nobody guesses that, and the picture stays coarse enough for a cheap phone.</summary>
    private const int SignatureLength = 16;
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan After = TimeSpan.FromHours(2);

    /// <summary>From an hour before the shift to two hours after it.</summary>
    public static CheckInCode Of(ShiftAllocation shift) =>
        new(shift.MissionId, shift.ShiftId, ParisTime.DayOf(shift.StartsAt), shift.StartsAt - Before, shift.EndsAt + After);

    /// <summary>For one day, and the two hours after it.</summary>
    public static CheckInCode Of(Guid missionId, DateOnly on) =>
        new(missionId, null, on, ParisTime.At(on, TimeOnly.MinValue), ParisTime.At(on.AddDays(1), TimeOnly.MinValue) + After);

    /// <summary>Null when we didn't sign it.</summary>
    public static CheckInCode? Read(string? text, byte[] key)
    {
        var bytes = new byte[BodyLength + SignatureLength];
        if (text is null || text.Length != Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.IsValid(text)) { return null; }
        if (!Base64Url.TryDecodeFromChars(text, bytes, out var length) || length != bytes.Length || bytes[0] != Layout) { return null; }

        var body = bytes.AsSpan(0, BodyLength);
        return CryptographicOperations.FixedTimeEquals(Sign(body, key), bytes.AsSpan(BodyLength)) ? Read(body) : null;
    }

    public string Write(byte[] key)
    {
        var bytes = new byte[BodyLength + SignatureLength];
        var body = bytes.AsSpan(0, BodyLength);
        body[0] = Layout;
        MissionId.TryWriteBytes(body[1..], bigEndian: true, out _);
        (ShiftId ?? Guid.Empty).TryWriteBytes(body[17..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(body[33..], On.DayNumber);
        BinaryPrimitives.WriteUInt32BigEndian(body[37..], Minute(ValidFrom));
        BinaryPrimitives.WriteUInt32BigEndian(body[41..], Minute(ValidUntil));
        Sign(body, key).CopyTo(bytes.AsSpan(BodyLength));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Refuses a moment at which the code doesn't count.</summary>
    public void RequireAt(DateTimeOffset at)
    {
        CheckInRules.TooEarly.Require(at >= ValidFrom);
        CheckInRules.TooLate.Require(at <= ValidUntil);
    }

    private static CheckInCode Read(ReadOnlySpan<byte> body)
    {
        var shift = new Guid(body[17..33], bigEndian: true);
        return new(
            new Guid(body[1..17], bigEndian: true),
            shift == Guid.Empty ? null : shift,
            DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32BigEndian(body[33..])),
            FromMinute(BinaryPrimitives.ReadUInt32BigEndian(body[37..])),
            FromMinute(BinaryPrimitives.ReadUInt32BigEndian(body[41..])));
    }

    private static byte[] Sign(ReadOnlySpan<byte> body, byte[] key) => HMACSHA256.HashData(key, body)[..SignatureLength];

    private static uint Minute(DateTimeOffset instant) => (uint)(instant.ToUnixTimeSeconds() / 60);

    private static DateTimeOffset FromMinute(uint minute) => DateTimeOffset.FromUnixTimeSeconds(minute * 60L);
}
