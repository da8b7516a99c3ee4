using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Domain;

/// <summary>What the Missions service refuses, and the sentences that people read then.</summary>
public static class Rules
{
    public static readonly Rule Name = new("organisation.name",
        "Le nom de l'association tient en 2 à 150 caractères.", "The organisation's name holds 2 to 150 characters.");

    public static readonly Rule Rna = new("organisation.rna",
        "Un numéro RNA commence par W, suivi de 9 chiffres ou lettres majuscules.", "An RNA number is W followed by 9 digits or capital letters.");

    public static readonly Rule Siren = new("organisation.siren",
        "Ce SIREN n'est pas valable : 9 chiffres, dont une clé de contrôle. Vérifiez la saisie.",
        "This SIREN isn't valid: 9 digits, the last of which checks the others. Check what you typed.");

    public static readonly Rule Siret = new("organisation.siret",
        "Ce SIRET n'est pas valable : 14 chiffres, dont une clé de contrôle. Vérifiez la saisie.",
        "This SIRET isn't valid: 14 digits, the last of which checks the others. Check what you typed.");

    public static readonly Rule SiretOfSiren = new("organisation.siret-siren",
        "Les 9 premiers chiffres du SIRET doivent être le SIREN.", "The first 9 digits of the SIRET must be the SIREN.");

    public static readonly Rule OrganisationTransition = new("organisation.transition",
        "Une association « {from} » ne peut pas devenir « {to} ».", "A “{from}” organisation can't become “{to}”.");

    public static readonly Rule LastOwner = new("organisation.last-owner",
        "C'est le dernier propriétaire : nommez-en un autre d'abord.", "This is the last owner: name another one first.");

    public static readonly Rule NotVerified = new("organisation.not-verified",
        "L'association n'est pas encore vérifiée : envoyez la mission en relecture.",
        "The organisation isn't verified yet: submit the mission for review.");

    public static readonly Rule Suspended = new("organisation.suspended",
        "L'association est suspendue : écrivez à la modération.", "The organisation is suspended: write to the moderators.");

    public static readonly Rule Title = new("mission.title",
        "Le titre tient en 5 à 120 caractères.", "The title holds 5 to 120 characters.");

    public static readonly Rule Description = new("mission.description",
        "La description tient en 1 à 20 000 caractères.", "The description holds 1 to 20,000 characters.");

    public static readonly Rule Places = new("mission.places",
        "Le nombre de places va de 1 à 10 000.", "The number of places goes from 1 to 10,000.");

    public static readonly Rule PlacesTaken = new("mission.places-taken",
        "{taken} places sont déjà prises : gardez-en au moins autant.", "{taken} places are taken already: keep at least as many.");

    public static readonly Rule Dates = new("mission.dates",
        "La date de fin ne peut pas précéder celle du début.", "The end can't come before the start.");

    public static readonly Rule DateRange = new("mission.date-range",
        "La date doit se situer entre 2000 et 2100.", "The date must lie between 2000 and 2100.");

    public static readonly Rule Shifts = new("mission.shifts",
        "Un créneau finit après son début et dure au plus 48 heures.", "A shift ends after it starts and lasts 48 hours at most.");

    public static readonly Rule FarShift = new("mission.far-shift",
        "Un créneau se situe dans les trois ans qui viennent : vérifiez l'année.", "A shift lies within the next three years: check the year.");

    public static readonly Rule SameShift = new("mission.same-shift",
        "Deux créneaux ont les mêmes horaires : réunissez leurs places.", "Two shifts have the same times: add their places up.");

    public static readonly Rule Hours = new("mission.hours",
        "Une heure s'écrit comme « wed-14 » : le mercredi de 14 h à 15 h.", "An hour is written like “wed-14”: Wednesday from 14:00 to 15:00.");

    public static readonly Rule HoursPerWeek = new("mission.hours-per-week",
        "Le nombre d'heures par semaine va de 0,1 à 168.", "Hours per week go from 0.1 to 168.");

    public static readonly Rule Coordinates = new("mission.coordinates",
        "Les coordonnées sont [longitude, latitude], en degrés.", "Coordinates are [longitude, latitude], in degrees.");

    public static readonly Rule CommuneCode = new("mission.commune-code",
        "Le code de la commune est le code INSEE à 5 caractères, par exemple 69123.",
        "The commune's code is the INSEE code of 5 characters, for example 69123.");

    public static readonly Rule Postcode = new("mission.postcode",
        "Un code postal a 5 chiffres.", "A postcode has 5 digits.");

    public static readonly Rule Slug = new("mission.slug",
        "Un code s'écrit en minuscules avec des tirets, par exemple « soutien-scolaire ».",
        "A code is written in lower case with dashes, for example “soutien-scolaire”.");

    public static readonly Rule Welcomer = new("mission.welcomer",
        "La personne qui accueille doit être membre de l'association.", "The person who welcomes must be a member of the organisation.");

    public static readonly Rule NeedsAddress = new("mission.needs-address",
        "Une mission sur place a besoin d'une adresse avant d'être publiée.", "A mission on site needs an address before it is published.");

    public static readonly Rule Over = new("mission.over",
        "Les dates de la mission sont passées : mettez-les à jour.", "The mission's dates are past: bring them up to date.");

    public static readonly Rule NoPlacesLeft = new("mission.no-places-left",
        "Toutes les places sont prises : augmentez-en le nombre avant de publier.", "All places are taken: raise their number before you publish.");

    public static readonly Rule ReportedPause = new("mission.reported-pause",
        "La mission est suspendue après un signalement : un modérateur doit la relire avant qu'elle reparaisse.",
        "The mission is held back after a report: a moderator has to look at it before it shows again.");

    public static readonly Rule Renewing = new("mission.renewing",
        "Seule une mission publiée ou en pause se prolonge.", "Only a mission that is published or paused can be renewed.");

    public static readonly Rule Reopening = new("mission.reopening",
        "Une mission refusée ou signalée ne se rouvre pas : écrivez-en une nouvelle.",
        "A mission that was refused or reported can't be reopened: write a new one.");

    public static readonly Rule TooManyDrafts = new("mission.too-many-drafts",
        "Vous avez déjà {drafts} brouillons : publiez-en ou supprimez-en avant d'en commencer un autre.",
        "You have {drafts} drafts already: publish or delete some before you begin another.");

    public static readonly Rule ReportResolved = new("report.resolved",
        "Ce signalement est déjà traité.", "This report has been dealt with already.");

    public static readonly Rule CoachBlocking = new("mission.coach-blocking",
        "La mission n'est pas encore prête à être publiée : corrigez d'abord ce qui est signalé, champ par champ.",
        "The mission isn't ready to be published yet: mend what is pointed out first, field by field.");

    public static readonly Rule NotHeavy = new("mission.not-heavy",
        "Cette mission est assez légère pour une personne : au plus 6 heures par semaine, 12 heures de créneaux et 5 tâches. Rien à partager.",
        "This mission is light enough for one person: at most 6 hours a week, 12 hours of shifts and 5 tasks. Nothing to share out.");

    public static readonly Rule SplitParts = new("mission.split-parts",
        "Une mission se partage en 2 à 4 parties.", "A mission is shared out into 2 to 4 parts.");

    public static readonly Rule TooManyTemplates = new("template.too-many",
        "Le réseau a déjà {most} modèles : supprimez-en avant d'en ajouter.",
        "The network has {most} templates already: delete some before you add one.");

    public static readonly Rule Transition = new("mission.transition",
        "Une mission « {from} » ne peut pas devenir « {to} ».", "A “{from}” mission can't become “{to}”.");

    public static readonly Rule Closed = new("mission.closed",
        "La mission est close : elle ne change plus.", "The mission is closed: it doesn't change any more.");
}
