using Benevolat.Missions.Data;
using Benevolat.Missions.Domain;
using Benevolat.ServiceDefaults.Http;
using Benevolat.ServiceDefaults.Problems;
using Benevolat.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Benevolat.Missions.Features.Organisations.Logos;

/// <summary>An organisation shows its logo.</summary>
public static class PutLogo
{
    private static readonly string[] Types = ["image/png", "image/jpeg", "image/webp"];

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPut("/{id:guid}/logo", HandleAsync)
        .RequireAuthorization(Policies.Person)
        .WithName(nameof(PutLogo))
        .WithSummary("Set an organisation's logo")
        .WithDescription("The body is the image: PNG, JPEG or WebP, 1 MB and 4096 × 4096 pixels at most. It is drawn again as a PNG of at most 512 × 512 "
            + "without whatever else the file held. For owners and managers. Needs If-Match with the organisation's ETag.")
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = Types.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } }),
            };
            return Task.CompletedTask;
        });

    private static async Task<NoContent> HandleAsync(
        Guid id, HttpContext http, MissionsDb db, ILogoStore logos, TimeProvider clock, CancellationToken stop)
    {
        var organisation = await db.FindOrganisationAsync(id, stop);
        organisation.RequireManager(http.User);
        http.RequireIfMatch(organisation.Version);
        if (!Types.Contains(http.Request.ContentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase))
        {
            throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, OrganisationRules.LogoType);
        }

        using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, stop);
        var logo = await LogoDrawing.DrawAsync(file.ToArray(), stop);
        if (organisation.LogoTag != logo.Tag)
        {
            await logos.PutAsync(id, logo, clock.GetUtcNow(), stop);
            organisation.Wear(logo.Tag);
            await db.SaveChangesAsync(stop);
        }

        http.SetETag(organisation.Version);
        return TypedResults.NoContent();
    }
}
