
namespace Benevolat.Index.Matching.Asking;

/// <summary>What one thread asks with, again and again, so that asking leaves nothing to collect.</summary>
internal sealed class Scratch
{
    [ThreadStatic]
    private static Scratch? t_mine;

    public static Scratch Mine => t_mine ??= new();

    public TopRows Top { get; } = new();

    public List<Run> Runs { get; } = [];
}
