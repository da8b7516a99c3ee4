using Microsoft.Extensions.Options;

namespace Benevolat.ServiceDefaults.Problems;

/// <summary>
/// Writes the problem when the framework's writer declines because <c>Accept</c> names no JSON. An error that explains
/// itself in the wrong format beats an empty one, or the 500 that a declined exception would become.
/// </summary>
internal sealed class UnconditionalProblemWriter(IOptions<ProblemDetailsOptions> options) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        options.Value.CustomizeProblemDetails?.Invoke(context);
        await context.HttpContext.Response.WriteAsJsonAsync(
            context.ProblemDetails, options: null, contentType: "application/problem+json", context.HttpContext.RequestAborted);
    }
}
