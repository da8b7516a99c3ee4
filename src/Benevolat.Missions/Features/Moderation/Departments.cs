using System.Text.RegularExpressions;
using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Features.Moderation;

/// <summary>Territories of moderation.</summary>
internal static partial class Departments
{
    public static readonly Rule Rule = new("request.department",
        "Un département s'écrit 69, 2A ou 974.", "A department is written 69, 2A or 974.");

    public static bool IsCode(string text) => Form().IsMatch(text);

    [GeneratedRegex("^(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|9[78][0-9])$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
