using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Domain;

/// <summary>What is refused of organisations and of people in them, beside <see cref="Rules"/>.</summary>
public static class OrganisationRules
{
    public static readonly Rule Incomplete = new("organisation.incomplete",
        "Il manque encore des informations : complétez les champs indiqués, puis recommencez.",
        "Something is missing: fill in the fields that are named, then try again.");

    public static readonly Rule CourtRegister = new("organisation.court-register",
        "Le registre du tribunal n'existe qu'en Moselle et en Alsace (57, 67, 68) : ailleurs, indiquez le numéro RNA.",
        "The court register only exists in Moselle and Alsace (57, 67, 68): elsewhere, give the RNA number.");

    public static readonly Rule TooManyInProgress = new("organisation.too-many-in-progress",
        "Vous avez déjà {count} associations en préparation ou en attente : terminez celles-là d'abord.",
        "You have {count} organisations in preparation or waiting already: finish those first.");

    public static readonly Rule NotADraft = new("organisation.not-a-draft",
        "Seul un brouillon sans mission peut être supprimé.", "Only a draft without missions can be deleted.");

    public static readonly Rule Duplicate = new("organisation.duplicate",
        "Cette association est peut-être déjà inscrite : demandez à la rejoindre, ou indiquez que ce n'est pas la même.",
        "This organisation may be registered already: ask to join it, or say that it is another one.");

    public static readonly Rule MemberName = new("member.name",
        "Le nom affiché tient en 1 à 80 caractères.", "The name shown holds 1 to 80 characters.");

    public static readonly Rule AlreadyMember = new("join.already-member",
        "Vous êtes déjà membre de cette association.", "You are a member of this organisation already.");

    public static readonly Rule AlreadyAsked = new("join.already-asked",
        "Vous avez déjà demandé à rejoindre cette association : attendez sa réponse.",
        "You have asked to join this organisation already: wait for its answer.");

    public static readonly Rule JoinAnswered = new("join.answered",
        "Cette demande a déjà sa réponse.", "This request has been answered already.");

    public static readonly Rule Email = new("invitation.email",
        "Cette adresse e-mail n'a pas la forme attendue, par exemple nom@exemple.fr.",
        "This e-mail address doesn't have the expected form, for example name@example.org.");

    public static readonly Rule TooManyInvitations = new("invitation.too-many",
        "Vous avez déjà {count} invitations en attente : retirez celles qui ne servent plus.",
        "You have {count} open invitations already: revoke those that are of no use any more.");

    public static readonly Rule TooManyToday = new("invitation.too-many-today",
        "Vous avez envoyé beaucoup d'invitations aujourd'hui : continuez demain.", "You have sent many invitations today: go on tomorrow.");

    public static readonly Rule InvitationUsed = new("invitation.used",
        "Cette invitation a déjà servi.", "This invitation has been used already.");

    public static readonly Rule InvitationOver = new("invitation.over",
        "Cette invitation n'est plus valable : demandez-en une nouvelle à l'association.",
        "This invitation is no longer valid: ask the organisation for a new one.");

    public static readonly Rule OtherAddress = new("invitation.other-address",
        "Cette invitation a été envoyée à une autre adresse : connectez-vous avec le compte de cette adresse, ou demandez une invitation à la vôtre.",
        "This invitation was sent to another address: sign in with that address's account, or ask for an invitation to yours.");

    public static readonly Rule Logo = new("organisation.logo",
        "Ce fichier n'est pas une image lisible : envoyez un PNG, un JPEG ou un WebP.",
        "This file isn't an image that can be read: send a PNG, a JPEG or a WebP.");

    public static readonly Rule LogoSize = new("organisation.logo-size",
        "L'image est trop grande : 4096 × 4096 pixels au plus.", "The image is too large: 4096 × 4096 pixels at most.");

    public static readonly Rule LogoType = new("organisation.logo-type",
        "Envoyez l'image en image/png, image/jpeg ou image/webp.", "Send the image as image/png, image/jpeg or image/webp.");
}
