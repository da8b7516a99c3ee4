using Benevolat.Index.Matching;

namespace Benevolat.Benchmarks.Quality;

/// <summary>Known to the simulation alone: nothing of it is in <see cref="MatchVolunteer"/>.</summary>
internal enum AgeBracket { From16To25, From26To40, From41To60, From61 }

/// <summary>Likewise.</summary>
internal enum Diploma { BelowBac, Bac, Higher }

/// <summary>A volunteer: what they are like, and what they said of it.</summary>
/// <param name="Domains">How much they like each, normally distributed.</param>
/// <param name="Ambience">What they like beyond all that missions say: with whom, how lively, how far from their work.</param>
/// <param name="PerKm">What a kilometre costs them.</param>
/// <param name="Free">When they are really free.</param>
/// <param name="Skills">What they really know.</param>
/// <param name="SkillJoy">How much they want to use it here; for some it is what they rest from.</param>
internal sealed record Person(
    MatchVolunteer Said, AgeBracket Age, Diploma Diploma, double[] Domains, double[] Kinds, double[] Ambience, double PerKm, WeekMask Free, HashSet<string> Skills, double SkillJoy);

/// <summary>A mission: what it is like, and what is published of it.</summary>
/// <param name="Domain">What it is really about; one in twenty says something else.</param>
/// <param name="Quality">How good a day it is, normally distributed.</param>
/// <param name="Reliability">How probably the organisation answers and keeps its word, 0 to 1.</param>
/// <param name="Times">When one is really needed.</param>
/// <param name="Age">Days since it was published.</param>
/// <param name="Applications">How many applied so far: the good ones more, the large organisations more, chance as much.</param>
internal sealed record Work(
    MatchMission Said, int Domain, double[] Ambience, double Quality, double Reliability, WeekMask Times, int Needed, double Age, double Applications);
