using Benevolat.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Identity;

namespace Benevolat.Identity.Data;

/// <summary>ASP.NET Identity answers failures instead of throwing them; here they must not pass unseen.</summary>
internal static class IdentityResults
{
    /// <exception cref="ProblemException">409 when two changes met.</exception>
    public static void Require(this IdentityResult result)
    {
        if (result.Succeeded) { return; }
        if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)))
        {
            throw new ProblemException(StatusCodes.Status409Conflict, HttpRules.Conflict);
        }

        // Codes only: descriptions quote addresses.
        throw new InvalidOperationException($"An account can't be saved: {string.Join(", ", result.Errors.Select(error => error.Code))}");
    }

    public static bool IsTaken(this IdentityResult result) => result.Errors.Any(error =>
        error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName));
}
