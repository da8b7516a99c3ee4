using Benevolat.Missions.Domain;

namespace Benevolat.Missions.Features.Organisations;

/// <summary>What members are called among themselves.</summary>
internal static class MemberNames
{
    public static bool IsName(string text) => text.Trim().Length is >= 1 and <= Member.LongestName;
}
