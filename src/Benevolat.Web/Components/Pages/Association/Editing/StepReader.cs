using Benevolat.Web.Api;
using Benevolat.Web.Forms;
using Benevolat.Web.Text;

namespace Benevolat.Web.Components.Pages.Association.Editing;

/// <summary>Puts what one step asks for into the mission; the other steps' fields stay. What can't be read becomes an error at its field.</summary>
internal sealed class StepReader(PostedForm posted, FormErrors errors, Texts t)
{
    /// <summary>The form with what was typed into this step.</summary>
    public async Task<MissionForm> ReadAsync(int step, MissionForm form, AddressReader addresses, CancellationToken stop)
    {
        var saved = form.Content;
        form = step switch { EditorSteps.When => form.WithTimes(posted), EditorSteps.Where => form.WithAddresses(posted), _ => form };
        return form with
        {
            Content = step switch
            {
                EditorSteps.When => When(saved, form.Shifts),
                EditorSteps.Where => saved with { Remote = posted.Text("remote"), Addresses = await addresses.ReadAsync(form.Addresses, saved.Addresses, stop) },
                EditorSteps.Who => Who(saved),
                EditorSteps.Welcome => Welcome(saved),
                _ => What(saved),
            },
        };
    }

    private MissionInput What(MissionInput saved) => saved with
    {
        Title = posted.Text("title"),
        Description = posted.Text("description") ?? Beginnings.StillToWrite,
        Tasks = posted.Lines("tasks"),
        Domain = posted.Text("domain") ?? Beginnings.AnyDomain,
        Activities = Kept(saved.Activities, posted.Many("activities"), Text.Activities.All),
        Audiences = Kept(saved.Audiences, posted.Many("audiences"), Labels.Audiences),
        Tags = posted.Words("tags"),
    };

    private MissionInput When(MissionInput saved, IReadOnlyList<ShiftLine> lines) => saved with
    {
        Kind = posted.Text("kind"),
        Places = posted.Whole("places", errors, t["Écrivez un nombre de places."]),
        StartsOn = posted.Day("startsOn", errors, t["Écrivez une date, par exemple 02/12/2026."]),
        EndsOn = posted.Day("endsOn", errors, t["Écrivez une date, par exemple 02/12/2026."]),
        HoursPerWeek = posted.Number("hoursPerWeek", errors, t["Écrivez un nombre d'heures, par exemple 3 ou 2,5."]),
        Hours = Week.Merge(saved.Hours, posted.Many("hours").ToHashSet()),
        Shifts = Shifts(lines),
        ScheduleNote = posted.Text("scheduleNote"),
    };

    private MissionInput Who(MissionInput saved) => saved with
    {
        Prerequisites = posted.Lines("prerequisites"),
        Skills = posted.Words("skills"),
        SoftSkills = posted.Words("softSkills"),
        Difficulty = posted.Text("difficulty"),
        // Asked for responsibilities only.
        Mandate = posted.Has("mandate") ? posted.Text("mandate") : saved.Mandate,
        ExpensesRefunded = posted.IsChecked("expensesRefunded"),
        ExpensesNote = posted.Text("expensesNote"),
        OpenToMinors = posted.IsChecked("openToMinors"),
        ReducedMobility = posted.IsChecked("reducedMobility"),
        CloseToTransport = posted.IsChecked("closeToTransport"),
    };

    private MissionInput Welcome(MissionInput saved) => saved with
    {
        WelcomerId = Guid.TryParse(posted.Text("welcomerId"), out var member) ? member : null,
        Welcome = posted.Text("welcome"),
    };

    private List<Shift> Shifts(IReadOnlyList<ShiftLine> lines)
    {
        List<Shift> read = [];
        for (var line = 0; line < lines.Count; line++)
        {
            if (!lines[line].IsEmpty && ReadShift(line) is { } shift) { read.Add(shift); }
        }

        return read;
    }

    private Shift? ReadShift(int line)
    {
        var day = posted.Day(MissionForm.Shift(line, "day"), errors, t["Écrivez une date, par exemple 02/12/2026."]);
        var from = posted.Hour(MissionForm.Shift(line, "from"), errors, t["Écrivez une heure, par exemple 14:00."]);
        var to = posted.Hour(MissionForm.Shift(line, "to"), errors, t["Écrivez une heure, par exemple 17:00."]);
        var places = posted.Whole(MissionForm.Shift(line, "places"), errors, t["Écrivez un nombre de places."]) ?? 1;
        if (day is { } on && from is { } start && to is { } end)
        {
            // Until an hour before it began: over midnight.
            return new(Formats.FromParis(on, start), Formats.FromParis(end > start ? on : on.AddDays(1), end), places);
        }

        if (!errors.AtFields.Any(error => error.Field.StartsWith($"shifts[{line}]", StringComparison.Ordinal)))
        {
            errors.Add(MissionForm.Shift(line, "day"), t["Un créneau a une date, un début et une fin."]);
        }

        return null;
    }

    /// <summary>What is ticked, in the order it had; words that the form has no box for stay.</summary>
    private static List<string> Kept(IReadOnlyList<string> before, IReadOnlyList<string> ticked, IReadOnlyList<(string Value, string Label)> boxes) =>
        [.. before.Where(word => ticked.Contains(word) || boxes.All(box => box.Value != word)).Union(ticked)];
}
