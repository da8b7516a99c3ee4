namespace Benevolat.Missions.Domain;

/// <summary>What a moderator should look at twice before verifying an organisation. Flags refuse nothing.</summary>
public static class OrganisationFlags
{
    /// <summary>What its own profile shows.</summary>
    public static IEnumerable<OrganisationFlag> Of(OrganisationProfile profile)
    {
        if (profile.Rna?[1..].Any(char.IsAsciiLetter) == true) { yield return OrganisationFlag.RnaWithLetters; }
        if (profile is { Rna: not null, IsInAlsaceMoselle: true }) { yield return OrganisationFlag.RnaInAlsaceMoselle; }
        if (profile is { Rna: null, Siren: null, Siret: null, CourtRegister: null }) { yield return OrganisationFlag.NoNumber; }
    }

    /// <summary>What happened since it was verified.</summary>
    public static IEnumerable<OrganisationFlag> Of(Organisation organisation)
    {
        if (organisation.IdentityChangedAt is not null) { yield return OrganisationFlag.IdentityChanged; }
    }

    /// <summary>What a comparison with the others shows.</summary>
    public static IEnumerable<OrganisationFlag> Of(IReadOnlyCollection<DuplicateReason> likenesses)
    {
        if (likenesses.Any(reason => reason != DuplicateReason.SimilarName)) { yield return OrganisationFlag.NumberSharedWithAnother; }
        if (likenesses.Contains(DuplicateReason.SimilarName)) { yield return OrganisationFlag.SimilarNameNearby; }
    }
}

/// <summary>Something to look at twice. Overseas and Corsican RNA numbers hold letters rightly; elsewhere they are typos.</summary>
public enum OrganisationFlag { RnaWithLetters, RnaInAlsaceMoselle, NoNumber, NumberSharedWithAnother, SimilarNameNearby, IdentityChanged }
