using System.Reflection;
using System.Text.Json;
using Benevolat.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace Benevolat.ServiceDefaults.Http;

/// <summary>
/// Refuses query parameters that an endpoint doesn't read, as the JSON reader does with unknown fields in bodies:
/// a filter that is misspelt must not look like one that let everything through.
/// </summary>
public static class UnknownParameters
{
    private const BindingFlags StaticAndInherited = BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>
    /// Answers 400 with one entry per unknown parameter. What is known follows from the handler: its own simple parameters and
    /// the members of those that it takes <c>[AsParameters]</c>, under their names in the address; case doesn't matter.
    /// </summary>
    public static RouteHandlerBuilder RefuseUnknownParameters(this RouteHandlerBuilder route) =>
        route.ProducesValidationProblem().AddEndpointFilterFactory((factory, next) =>
        {
            var read = NamesReadBy(factory.MethodInfo).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return context =>
            {
                Check(context.HttpContext.Request, read);
                return next(context);
            };
        });

    private static void Check(HttpRequest request, HashSet<string> read)
    {
        var inPath = request.RouteValues;
        var unknown = request.Query.Keys.Where(name => !read.Contains(name) || inPath.ContainsKey(name)).ToList();
        if (unknown.Count == 0) { return; }

        var known = string.Join(", ", read.Where(name => !inPath.ContainsKey(name)).Order(StringComparer.Ordinal));
        var sentence = HttpRules.UnknownParameter.Localized(new Dictionary<string, object> { ["known"] = known.Length == 0 ? "–" : known });
        var errors = unknown.ToDictionary(name => name, _ => new[] { sentence });
        throw new ProblemException(StatusCodes.Status400BadRequest, HttpRules.Validation, errors);
    }

    private static IEnumerable<string> NamesReadBy(MethodInfo handler) => handler.GetParameters().SelectMany(parameter =>
        parameter.IsDefined(typeof(AsParametersAttribute))
            ? parameter.ParameterType.GetProperties().Select(member => NameInQuery(member, member.Name, member.PropertyType))
            : [NameInQuery(parameter, parameter.Name, parameter.ParameterType)]).OfType<string>();

    /// <summary>The name under which the framework looks for it in the query; null when it looks elsewhere.</summary>
    private static string? NameInQuery(ICustomAttributeProvider bound, string? name, Type type)
    {
        var attributes = bound.GetCustomAttributes(inherit: false);
        if (attributes.OfType<IFromQueryMetadata>().FirstOrDefault() is { } query) { return query.Name ?? Shown(name); }

        var isFromElsewhere = attributes.Any(attribute =>
            attribute is IFromRouteMetadata or IFromHeaderMetadata or IFromBodyMetadata or IFromFormMetadata or IFromServiceMetadata);
        return isFromElsewhere || !IsSimple(type) ? null : Shown(name);
    }

    private static string? Shown(string? name) => name is null ? null : JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>
    /// What the framework takes from the query without being told: texts, whatever reads itself from a text, and lists of these.
    /// </summary>
    private static bool IsSimple(Type type)
    {
        var one = type.IsArray ? type.GetElementType()! : type;
        one = Nullable.GetUnderlyingType(one) ?? one;
        return one == typeof(string) || one == typeof(StringValues) || one.IsEnum
            || one.GetMember("TryParse", MemberTypes.Method, StaticAndInherited).Length > 0;
    }
}
