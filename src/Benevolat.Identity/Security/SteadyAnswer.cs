namespace Benevolat.Identity.Security;

/// <summary>Answers never before a fixed time, so that its length doesn't tell whether an account exists.</summary>
internal static class SteadyAnswer
{
    private const int Milliseconds = 300;

    public static RouteHandlerBuilder Steady(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (context, next) =>
    {
        var stop = context.HttpContext.RequestAborted;
        var earliest = Task.Delay(TimeSpan.FromMilliseconds(Milliseconds), stop);
        try
        {
            return await next(context);
        }
        finally
        {
            await earliest;
        }
    });
}
