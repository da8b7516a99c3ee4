namespace Benevolat.Identity.Domain;

/// <summary>Guessing a password: five failures, then a quarter of an hour of nothing.</summary>
public static class SignInLimits
{
    public const int MostFailures = 5;
    public static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);
}
