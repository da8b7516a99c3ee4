using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Volunteers.Domain;

/// <summary>What a profile must keep to, and how people are told.</summary>
public static class ProfileRules
{
    public static readonly Rule FirstName = new("profile.first-name",
        "Indiquez votre prénom, en 60 caractères au plus.", "Give your first name, in 60 characters at most.");

    public static readonly Rule Radius = new("profile.radius",
        "Indiquez une distance de 1 à 200 km.", "Give a distance from 1 to 200 km.");

    public static readonly Rule Nowhere = new("profile.nowhere",
        "Indiquez votre commune, ou acceptez les missions à distance.", "Give your commune, or accept missions from home.");

    public static readonly Rule HoursPerWeek = new("profile.hours-per-week",
        "Indiquez un nombre d'heures par semaine de plus de 0 et de 168 au plus.", "Give a number of hours a week above 0 and at most 168.");

    public static readonly Rule Skills = new("profile.skills",
        "Indiquez au plus 50 compétences de 1 à 80 caractères chacune.", "Give at most 50 skills of 1 to 80 characters each.");

    public static readonly Rule SkillsToLearn = new("profile.skills-to-learn",
        "Indiquez au plus 50 compétences à apprendre, de 1 à 80 caractères chacune.", "Give at most 50 skills to learn, of 1 to 80 characters each.");

    public static readonly Rule CommuneCode = new("profile.commune-code",
        "Le code INSEE d'une commune a 5 caractères, par exemple 69123 ou 2A004.", "A commune's INSEE code has 5 characters, for example 69123 or 2A004.");

    public static readonly Rule Coordinates = new("profile.coordinates",
        "Donnez deux nombres : la longitude (-180 à 180), puis la latitude (-90 à 90).",
        "Give two numbers: the longitude (-180 to 180), then the latitude (-90 to 90).");

    public static readonly Rule Hours = new("profile.hours",
        "Écrivez chaque heure comme « wed-14 » : un jour (mon, tue, wed, thu, fri, sat, sun), un tiret, une heure de 0 à 23.",
        "Write each hour as “wed-14”: a day (mon, tue, wed, thu, fri, sat, sun), a dash, an hour from 0 to 23.");

    public static readonly Rule TooManyHours = new("profile.too-many-hours",
        "Une semaine n'a que 168 heures.", "A week only has 168 hours.");
}
