using System.Text.Json;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using FluentValidation;

namespace Benevolat.ServiceDefaults.Validation;

/// <summary>Checks a request's shape before its handler sees it, all fields at once.</summary>
public static class ValidationExtensions
{
    /// <summary>Answers 400 with one entry per field when the <typeparamref name="TRequest"/> argument fails its validator.</summary>
    public static RouteHandlerBuilder Validated<TRequest>(this RouteHandlerBuilder route)
        where TRequest : class =>
        route.ProducesValidationProblem().AddEndpointFilter(async (context, next) =>
        {
            var request = context.Arguments.OfType<TRequest>().FirstOrDefault()
                ?? throw ProblemException.ForField("body", HttpRules.Unreadable);
            await context.HttpContext.RequestServices.GetRequiredService<IValidator<TRequest>>().RequireValidAsync(request, context.HttpContext.RequestAborted);
            return await next(context);
        });

    /// <summary>The same for what isn't an argument of its own, or a body that may be left out.</summary>
    /// <exception cref="ProblemException">400 with one entry per field.</exception>
    public static async Task RequireValidAsync<TRequest>(this IValidator<TRequest> validator, TRequest request, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(validator);
        var result = await validator.ValidateAsync(request, stop);
        if (result.IsValid) { return; }

        throw new ProblemException(StatusCodes.Status400BadRequest, HttpRules.Validation, result.Errors
            .GroupBy(failure => CamelCasePath(failure.PropertyName))
            .ToDictionary(group => group.Key, group => group.Select(failure => failure.ErrorMessage).Distinct().ToArray()));
    }

    /// <summary>Every validator of the calling service, and fields called in messages as they are called in JSON.</summary>
    public static IServiceCollection AddValidators<TService>(this IServiceCollection services)
    {
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) => member is null ? null : JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        services.AddSingleton<IValidator<PageRequest>, PageRequestValidator>();
        return services.AddValidatorsFromAssemblyContaining<TService>(ServiceLifetime.Singleton, includeInternalTypes: true);
    }

    private static string CamelCasePath(string path) =>
        string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
