namespace Benevolat.Contracts.Vocabulary;

/// <summary>What a mission is for: the 20 domains of the national exchange format, in kebab-case on the wire.</summary>
public enum MissionDomain
{
    Animaux, Autre, BatimentIndustrieLogistique, BenevolatCompetences, Communication, CultureLoisirs, Education, Emploi,
    Environnement, GestionFinanceDroit, Humanitaire, MemoireEtCitoyennete, Numerique, PreventionProtection, Recherche,
    Sante, ServicePublicDefenseSecurite, Sport, SolidariteInsertion, VivreEnsemble,
}

/// <summary>What engagement a mission asks for.</summary>
public enum MissionKind { OneOff, Regular, Support, Responsibility, Challenge, SkillsProject }

/// <summary>Whether a mission can be done from home.</summary>
public enum RemoteWork { No, Possible, Full }
