using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Domain.Coaching;

/// <summary>A part of the score: what a volunteer wants to know before they say yes.</summary>
/// <param name="Label">Its name in both languages.</param>
/// <param name="Most">Its points; together they are 100.</param>
/// <param name="NeedsText">It judges how things are said, so it is worth nothing while nothing is said.</param>
public sealed record CoachPart(Rule Label, int Most, bool NeedsText = false)
{
    public static readonly CoachPart Title = new(new Rule("title", "Le titre", "The title"), 15);
    public static readonly CoachPart Doing = new(new Rule("doing", "Ce que l'on fait", "What one does"), 23);
    public static readonly CoachPart Time = new(new Rule("time", "Le temps demandé", "The time it takes"), 14);
    public static readonly CoachPart Place = new(new Rule("place", "Le lieu", "The place"), 8);
    public static readonly CoachPart Welcome = new(new Rule("welcome", "L'accueil", "The welcome"), 12);
    public static readonly CoachPart Honesty = new(new Rule("honesty", "La franchise", "Honesty"), 12, NeedsText: true);
    public static readonly CoachPart Requirements = new(new Rule("requirements", "Ce qu'il faut", "What it takes"), 6, NeedsText: true);
    public static readonly CoachPart Inclusion = new(new Rule("inclusion", "Des mots pour tous", "Words for everybody"), 10, NeedsText: true);

    public static IReadOnlyList<CoachPart> All { get; } = [Title, Doing, Time, Place, Welcome, Honesty, Requirements, Inclusion];

    public string Code => Label.Code;
}
