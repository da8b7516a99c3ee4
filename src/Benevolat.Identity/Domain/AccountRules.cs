using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Identity.Domain;

/// <summary>What a person reads when something about their account has to be corrected.</summary>
public static class AccountRules
{
    public static readonly Rule EmailMissing = new("account.email-missing",
        "Indiquez votre adresse e-mail.", "Enter your e-mail address.");

    public static readonly Rule EmailShape = new("account.email-shape",
        "Cette adresse e-mail n'a pas la forme attendue, par exemple nom@exemple.fr.",
        "This e-mail address doesn't have the expected form, for example name@example.org.");

    public static readonly Rule FirstNameMissing = new("account.first-name-missing",
        "Indiquez votre prénom (80 caractères au plus).", "Enter your first name (80 characters at most).");

    public static readonly Rule Language = new("account.language",
        "Choisissez « fr » ou « en ».", "Choose “fr” or “en”.");

    public static readonly Rule Age = new("account.age",
        "Il faut avoir 16 ans ou plus pour créer un compte.", "You must be 16 or older to create an account.");

    public static readonly Rule Terms = new("account.terms",
        "Acceptez les conditions d'utilisation pour créer un compte.", "Accept the terms of use to create an account.");

    public static readonly Rule PasswordMissing = new("account.password-missing",
        "Indiquez votre mot de passe.", "Enter your password.");

    public static readonly Rule PasswordLength = new("account.password-length",
        "Le mot de passe compte 12 à 128 caractères : une phrase que vous retenez convient très bien.",
        "The password has 12 to 128 characters: a sentence you remember does very well.");

    public static readonly Rule PasswordCommon = new("account.password-common",
        "Ce mot de passe est trop connu ou trop simple : choisissez-en un autre.",
        "This password is too well known or too simple: choose another one.");

    public static readonly Rule PasswordPersonal = new("account.password-personal",
        "Le mot de passe ne doit pas être tiré de votre adresse ou de votre prénom.",
        "The password must not be made of your address or your first name.");

    public static readonly Rule Credentials = new("account.credentials",
        "Adresse ou mot de passe incorrect. Après cinq échecs, le compte se bloque quinze minutes.",
        "Wrong address or password. After five failures the account is locked for fifteen minutes.");

    public static readonly Rule Unconfirmed = new("account.unconfirmed",
        "Confirmez d'abord votre adresse : nous venons de vous renvoyer le message.",
        "Confirm your address first: we have just sent you the message again.");

    public static readonly Rule Link = new("account.link",
        "Ce lien n'est plus valable : demandez-en un nouveau.", "This link is no longer valid: ask for a new one.");

    public static readonly Rule LinkMissing = new("account.link-missing",
        "Reprenez le lien complet du message reçu.", "Use the whole link of the message you received.");

    public static readonly Rule ReturnUrl = new("account.return-url",
        "L'adresse de retour doit être une page de ce site.", "The return address must be a page of this site.");
}
