namespace Benevolat.Index.Matching.Rules;

/// <summary>
/// Skills of a mission or a volunteer as sorted numbers, each with two bits of what it is to them; and a signature of 64 bits which tells
/// of most pairs that they share nothing, without a look at the lists.
/// </summary>
internal static class Skills
{
    public const int Shift = 2;

    /// <summary>Of a mission: it counts, it is required.</summary>
    public const int Counts = 1, Required = 2;

    /// <summary>Of a volunteer: has it, wants to learn it.</summary>
    public const int Has = 1, Learns = 2;

    public static int[] Of(MatchMission mission, Func<string, int> code) => Sorted(mission.Skills, Counts, mission.RequiredSkills, Required, code);

    /// <summary>Who has a skill and wants to learn it has it.</summary>
    public static int[] Of(MatchVolunteer volunteer, Func<string, int> code) => Sorted(volunteer.Skills, Has, volunteer.SkillsToLearn, Learns, code);

    public static ulong Signature(ReadOnlySpan<int> skills, int kinds)
    {
        var signature = 0UL;
        foreach (var skill in skills)
        {
            if ((skill & kinds) > 0) { signature |= 1UL << (skill >> Shift); }
        }

        return signature;
    }

    /// <param name="Points">Two for each skill that the volunteer has, one for each to learn…</param>
    /// <param name="Asked">…of so many skills.</param>
    /// <param name="Lacks">Whether a required one is missing.</param>
    public readonly record struct Overlap(int Points, int Asked, bool Lacks);

    public static Overlap Compare(ReadOnlySpan<int> mission, ReadOnlySpan<int> volunteer)
    {
        var (points, asked, lacks, other) = (0, 0, false, 0);
        foreach (var skill in mission)
        {
            while (other < volunteer.Length && volunteer[other] >> Shift < skill >> Shift) { other++; }
            var mine = other < volunteer.Length && volunteer[other] >> Shift == skill >> Shift ? volunteer[other] : 0;
            asked += skill & Counts;
            if ((skill & Counts) > 0) { points += (mine & Has) > 0 ? 2 : (mine & Learns) > 0 ? 1 : 0; }
            lacks |= (skill & Required) > 0 && (mine & Has) == 0;
        }

        return new(points, asked, lacks);
    }

    private static int[] Sorted(IReadOnlyList<string> ones, int one, IReadOnlyList<string> others, int other, Func<string, int> code)
    {
        if (ones.Count == 0 && others.Count == 0) { return []; }

        var skills = new int[ones.Count + others.Count];
        for (var place = 0; place < ones.Count; place++) { skills[place] = (code(ones[place]) << Shift) | one; }
        for (var place = 0; place < others.Count; place++) { skills[ones.Count + place] = (code(others[place]) << Shift) | other; }
        Array.Sort(skills);
        var last = 0;
        for (var place = 1; place < skills.Length; place++)
        {
            if (skills[place] >> Shift == skills[last] >> Shift) { skills[last] |= skills[place]; }
            else { skills[++last] = skills[place]; }
        }

        return last + 1 == skills.Length ? skills : skills[..(last + 1)];
    }
}
