using System.Security.Cryptography;
using Benevolat.Matching.Domain.Participations;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Matching.Tests.Domain;

public sealed class CheckInTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly DateTimeOffset Now = Shifted.Starts;

    [Fact]
    public void A_code_says_what_was_signed()
    {
        var code = CheckInCode.Of(Shifted.Shift());
        Assert.Equal(code, CheckInCode.Read(code.Write(Key), Key));
        Assert.Equal((Shifted.Starts.AddHours(-1), Shifted.Starts.AddHours(5)), (code.ValidFrom, code.ValidUntil));
        Assert.Matches("^[A-Za-z0-9_-]{82}$", code.Write(Key));
    }

    [Fact]
    public void A_day_begins_at_midnight_in_Paris_and_has_two_hours_after_it()
    {
        var code = CheckInCode.Of(Guid.NewGuid(), new DateOnly(2026, 3, 29)); // 23 hours long
        Assert.Equal(code, CheckInCode.Read(code.Write(Key), Key));
        Assert.Equal(TimeSpan.FromHours(25), code.ValidUntil - code.ValidFrom);
        Assert.Null(code.ShiftId);
    }

    [Fact]
    public void Whatever_else_is_no_code()
    {
        var text = CheckInCode.Of(Shifted.Shift()).Write(Key);
        Assert.Null(CheckInCode.Read(text, RandomNumberGenerator.GetBytes(32)));
        Assert.All((string?[])[null, "", "x", text[1..], text + "A", new string('A', text.Length), new string('é', text.Length)], other => Assert.Null(CheckInCode.Read(other, Key)));
        for (var at = 0; at < text.Length - 1; at++) // the last character holds bits that nobody reads
        {
            Assert.Null(CheckInCode.Read(text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..], Key));
        }
    }

    [Theory]
    [InlineData(-61, "check-in.too-early")]
    [InlineData(-60, null)]
    [InlineData(0, null)]
    [InlineData(300, null)]
    [InlineData(301, "check-in.too-late")]
    public void A_code_counts_from_an_hour_before_to_two_hours_after(double minutes, string? refusal)
    {
        var code = CheckInCode.Of(Shifted.Shift());
        if (refusal is null) { code.RequireAt(Shifted.Starts.AddMinutes(minutes)); }
        else { Assert.Equal(refusal, Assert.Throws<RuleBrokenException>(() => code.RequireAt(Shifted.Starts.AddMinutes(minutes))).Code); }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3 * 365 * 24)] // a device that thinks it is three years ago
    [InlineData(17.5)]
    public void A_wrong_clock_is_corrected_by_what_it_says_while_sending(double hoursWrong)
    {
        var sentAt = Now.AddHours(hoursWrong);
        Assert.Equal(Now.AddHours(-30), CheckInTime.Correct(sentAt.AddHours(-30), sentAt, Now));
    }

    [Fact]
    public void The_time_zone_of_the_device_does_not_matter()
    {
        var sentAt = Now.ToOffset(TimeSpan.FromHours(11));
        var corrected = CheckInTime.Correct(sentAt.AddHours(-1), sentAt, Now);
        Assert.Equal((Now.AddHours(-1), TimeSpan.Zero), (corrected, corrected.Offset));
    }

    [Theory]
    [InlineData(2, "check-in.future")]
    [InlineData(-(14 * 24 * 60) - 1, "check-in.too-old")]
    public void What_lies_ahead_or_too_far_back_is_refused(double minutes, string refusal) =>
        Assert.Equal(refusal, Assert.Throws<RuleBrokenException>(() => CheckInTime.Correct(Now.AddMinutes(minutes), Now, Now)).Code);

    [Fact]
    public void A_second_ahead_is_rounding_and_means_now() => Assert.Equal(Now, CheckInTime.Correct(Now.AddSeconds(1), Now, Now));
}
