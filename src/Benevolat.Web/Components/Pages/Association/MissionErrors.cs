namespace Benevolat.Web.Components.Pages.Association;

/// <summary>Where the mission form asks for what the service complains about.</summary>
internal static class MissionErrors
{
    public static string FieldOf(string path) => path switch
    {
        _ when path.StartsWith("addresses", StringComparison.Ordinal) => path.EndsWith("street", StringComparison.Ordinal) ? "street" : "place",
        _ when path.StartsWith("shifts[", StringComparison.Ordinal) => path.Replace(".startsAt", ".from", StringComparison.Ordinal).Replace(".endsAt", ".to", StringComparison.Ordinal),
        "shifts" => MissionForm.Shift(0, "day"),
        _ => path.Split('[')[0],
    };
}
