using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.ServiceDefaults.Problems;

/// <summary>What every service may answer, whatever it does: codes and sentences of the HTTP layer.</summary>
public static class HttpRules
{
    public static readonly Rule Validation = new("request.invalid",
        "Certains champs sont à corriger : voyez « errors ».", "Some fields need correcting: see “errors”.");

    public static readonly Rule Unreadable = new("request.unreadable",
        "La requête n'est pas lisible : envoyez du JSON bien formé.", "The request can't be read: send well-formed JSON.");

    public static readonly Rule WrongType = new("request.wrong-type",
        "La valeur n'a pas la forme attendue.", "The value doesn't have the expected form.");

    public static readonly Rule UnknownField = new("request.unknown-field",
        "Ce champ n'existe pas : vérifiez son orthographe.", "There is no such field: check its spelling.");

    public static readonly Rule UnknownParameter = new("request.unknown-parameter",
        "Ce paramètre n'existe pas ici. Existent : {known}.", "There is no such parameter here. There are: {known}.");

    public static readonly Rule ControlCharacter = new("request.control-character",
        "Le texte contient un caractère de contrôle : retirez-le.", "The text holds a control character: remove it.");

    public static readonly Rule Cursor = new("request.cursor",
        "Ce curseur n'est pas lisible ou vient d'une autre recherche : repartez de la première page.",
        "This cursor can't be read or belongs to another query: start again from the first page.");

    public static readonly Rule Unauthenticated = new("http.unauthenticated",
        "Connectez-vous : il faut un jeton d'accès valide.", "Sign in: a valid access token is needed.");

    public static readonly Rule Forbidden = new("http.forbidden",
        "Votre compte ne donne pas ce droit.", "Your account doesn't grant this.");

    public static readonly Rule NotFound = new("http.not-found",
        "Rien ici, ou rien que vous puissiez voir.", "Nothing here, or nothing that you may see.");

    public static readonly Rule MethodNotAllowed = new("http.method-not-allowed",
        "Cette adresse existe, mais pas avec cette méthode.", "This address exists, but not with this method.");

    public static readonly Rule TooLarge = new("http.too-large",
        "La requête est trop volumineuse.", "The request is too large.");

    public static readonly Rule UnsupportedMediaType = new("http.unsupported-media-type",
        "Envoyez le contenu en application/json.", "Send the content as application/json.");

    public static readonly Rule PreconditionRequired = new("http.precondition-required",
        "Renvoyez l'ETag lu dans l'en-tête If-Match.", "Send the ETag you read in the If-Match header.");

    public static readonly Rule PreconditionFailed = new("http.precondition-failed",
        "Quelqu'un a modifié ceci entre-temps : relisez, puis recommencez.", "Somebody changed this meanwhile: read it again, then retry.");

    public static readonly Rule Conflict = new("http.conflict",
        "Deux demandes se sont croisées : relisez, puis recommencez.", "Two requests met: read it again, then retry.");

    public static readonly Rule IdempotencyKey = new("idempotency.key",
        "L'en-tête Idempotency-Key tient en 1 à 255 caractères imprimables.", "The Idempotency-Key header holds 1 to 255 printable characters.");

    public static readonly Rule IdempotencyInFlight = new("idempotency.in-flight",
        "La même demande est en cours : attendez sa réponse.", "The same request is under way: wait for its answer.");

    public static readonly Rule IdempotencyOtherBody = new("idempotency.other-body",
        "Cette Idempotency-Key a déjà servi pour une autre demande : prenez-en une nouvelle.",
        "This Idempotency-Key was used for another request: choose a new one.");

    public static readonly Rule TooManyRequests = new("http.too-many-requests",
        "Trop de demandes en peu de temps : attendez le délai de Retry-After.", "Too many requests in a short time: wait for Retry-After.");

    public static readonly Rule Unavailable = new("http.unavailable",
        "Le service est momentanément indisponible : réessayez dans un instant, rien n'est perdu.",
        "The service is unavailable for a moment: retry shortly, nothing is lost.");

    public static readonly Rule Bug = new("http.bug",
        "Une erreur de notre côté. Donnez-nous ce traceId pour que nous la trouvions.", "An error on our side. Give us this traceId so that we find it.");

    /// <summary>The sentence for a bare status code.</summary>
    public static Rule For(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Unreadable,
        StatusCodes.Status401Unauthorized => Unauthenticated,
        StatusCodes.Status403Forbidden => Forbidden,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status409Conflict => Conflict,
        StatusCodes.Status412PreconditionFailed => PreconditionFailed,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        StatusCodes.Status428PreconditionRequired => PreconditionRequired,
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout => Unavailable,
        _ => Bug,
    };
}
