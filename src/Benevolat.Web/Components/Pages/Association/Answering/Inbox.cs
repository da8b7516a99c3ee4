using Benevolat.Web.Api;

namespace Benevolat.Web.Components.Pages.Association.Answering;

/// <summary>The lists of an association's inbox: a word in the address, and what is asked for.</summary>
internal static class Inbox
{
    /// <summary>Whose turn is the association's, the most urgent first.</summary>
    public static readonly InboxQuery ToAnswer = new("organisation", [], null, "urgency");

    public const string First = "";

    private static readonly Dictionary<string, InboxQuery> Lists = new()
    {
        [First] = ToAnswer,
        ["en-cours"] = new(null, ["acknowledged", "in-discussion"], null, "newest"),
        ["acceptees"] = new(null, ["accepted"], null, "newest"),
        ["terminees"] = new(null, ["declined", "withdrawn", "expired", "completed", "no-show"], null, "newest"),
    };

    public static bool Knows(string? list) => list is not null && Lists.ContainsKey(list);

    public static InboxQuery Of(string list, string? mission) => Lists[list] with { Mission = mission };
}
