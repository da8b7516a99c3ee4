using System.Globalization;

namespace Benevolat.Notifications.Domain.Wording;

internal sealed class French : Language
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");

    public override string Code => "fr";

    public override string ToBeAgreed => "à convenir avec l'association";

    public override string FromHome => "à distance, depuis chez vous";

    public override string AlsoFromHome => "une partie peut se faire à distance";

    public override string Date(DateOnly date) => date.Day == 1 ? date.ToString("dddd '1er' MMMM yyyy", Culture) : date.ToString("dddd d MMMM yyyy", Culture);

    public override string Hour(TimeOnly hour) => hour.Minute == 0 ? $"{hour.Hour} h" : $"{hour.Hour} h {hour.Minute:00}";

    public override string At(DateTimeOffset instant)
    {
        var (date, hour) = Split(instant);
        return $"{Date(date)} à {Hour(hour)}";
    }

    public override string Slot(DateTimeOffset from, DateTimeOffset to)
    {
        var ((firstDay, start), (lastDay, end)) = (Split(from), Split(to));
        return firstDay == lastDay ? $"{Date(firstDay)}, de {Hour(start)} à {Hour(end)}" : $"du {Date(firstDay)}, {Hour(start)}, au {Date(lastDay)}, {Hour(end)}";
    }

    public override string EachWeek(DayOfWeek day, TimeOnly from, TimeOnly to) => $"le {Culture.DateTimeFormat.GetDayName(day)} de {Hour(from)} à {End(to)}";

    public override string HoursPerWeek(decimal hours) => $"environ {Number(hours, Culture)} {(hours < 2 ? "heure" : "heures")} par semaine";

    public override string Period(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } start, { } end) => $"du {Date(start)} au {Date(end)}",
        ({ } start, null) => $"à partir du {Date(start)}",
        (null, { } end) => $"jusqu'au {Date(end)}",
        _ => "",
    };

    public override string MoreSlots(int count) => count == 1 ? "et un autre créneau" : $"et {count} autres créneaux";

    public override string MoreMissions(int count) => count == 1 ? "et une autre mission" : $"et {count} autres missions";

    public override string? Reason(string? name) => name switch
    {
        "RequirementsNotFulfilled" => "les conditions demandées ne sont pas réunies",
        "NoPlaceLeft" => "il ne reste plus de place",
        "ChangedMind" => "le besoin a changé",
        "NoResponse" => "un message est resté sans réponse",
        "MissionTerminated" => "la mission a pris fin",
        "NotAvailable" => "la personne n'est pas disponible",
        "FoundAnother" => "la personne a trouvé une autre mission",
        _ => null,
    };

    public override string? Role(string? name) => name switch
    {
        "Owner" => "responsable",
        "Manager" => "gestionnaire",
        "Welcomer" => "chargé·e d'accueil",
        _ => null,
    };

    private string End(TimeOnly hour) => hour == TimeOnly.MinValue ? "minuit" : Hour(hour);
}
