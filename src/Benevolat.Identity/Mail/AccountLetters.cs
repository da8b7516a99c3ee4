using Benevolat.Identity.Data;

namespace Benevolat.Identity.Mail;

/// <summary>The texts of the three e-mails, in the language of the account.</summary>
public static class AccountLetters
{
    public static Letter Confirm(Account account, Uri link) => account.Language == "en"
        ? new("Confirm your address", $"Hello {account.FirstName},",
            "Welcome to Benevolat. One click remains: confirm that this address is yours. The link works for 24 hours.",
            "Confirm my address", link, "You didn't create an account? Ignore this message: without confirmation nothing happens.")
        : new("Confirmez votre adresse", $"Bonjour {account.FirstName},",
            "Bienvenue sur Benevolat. Il reste un clic : confirmez que cette adresse est la vôtre. Le lien fonctionne 24 heures.",
            "Confirmer mon adresse", link, "Vous n'avez pas créé de compte ? Ignorez ce message : sans confirmation, rien ne se passe.");

    public static Letter AlreadyRegistered(Account account, Uri link) => account.Language == "en"
        ? new("You already have an account", $"Hello {account.FirstName},",
            "Somebody, probably you, tried to create an account with this address. You already have one: sign in. If you forgot the password, the sign-in page lets you choose a new one.",
            "Sign in", link, "It wasn't you? You have nothing to do: nobody got into your account.")
        : new("Vous avez déjà un compte", $"Bonjour {account.FirstName},",
            "Quelqu'un, sans doute vous, a voulu créer un compte avec cette adresse. Vous en avez déjà un : connectez-vous. Si vous avez oublié le mot de passe, la page de connexion permet d'en choisir un nouveau.",
            "Me connecter", link, "Ce n'était pas vous ? Vous n'avez rien à faire : personne n'est entré dans votre compte.");

    public static Letter Reset(Account account, Uri link) => account.Language == "en"
        ? new("Choose a new password", $"Hello {account.FirstName},",
            "You asked for a new password. The link works once, for 24 hours.",
            "Choose a new password", link, "You didn't ask for it? Ignore this message: your password stays as it is.")
        : new("Choisissez un nouveau mot de passe", $"Bonjour {account.FirstName},",
            "Vous avez demandé un nouveau mot de passe. Le lien fonctionne une fois, pendant 24 heures.",
            "Choisir un nouveau mot de passe", link, "Vous n'avez rien demandé ? Ignorez ce message : votre mot de passe ne change pas.");
}
