using Benevolat.Index.Geography;

namespace Benevolat.Index.Matching;

/// <summary>What a volunteer looks for. Nothing of age, gender or origin is known here, so nothing of it can weigh.</summary>
public sealed record MatchVolunteer
{
    public required Guid Id { get; init; }
    public GeoPoint? Place { get; init; }

    /// <summary>How far they travel, in kilometres.</summary>
    public double RadiusKm { get; init; }

    /// <summary>Whether they would work from home too.</summary>
    public bool Remote { get; init; }

    /// <summary>When they are free; empty when they didn't say.</summary>
    public WeekMask Free { get; init; }

    /// <summary>Compared ignoring case and accents.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];
    public IReadOnlyList<string> SkillsToLearn { get; init; } = [];

    /// <summary>Domains they care for, one bit each.</summary>
    public uint Causes { get; init; }

    /// <summary>Kinds of missions they look for, one bit each.</summary>
    public uint Kinds { get; init; }

    /// <summary>Where they stand in the pathway.</summary>
    public MatchStep Step { get; init; }

    /// <summary>Only missions open to minors will do.</summary>
    public bool OnlyOpenToMinors { get; init; }

    /// <summary>Only missions that welcome reduced mobility will do.</summary>
    public bool NeedsAccessibility { get; init; }
}

/// <summary>A volunteer who is to be matched from now on as given, or no longer at all.</summary>
public readonly record struct MatchVolunteerChange(Guid Id, MatchVolunteer? Volunteer);
