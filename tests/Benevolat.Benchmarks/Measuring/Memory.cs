namespace Benevolat.Benchmarks.Measuring;

internal static class Memory
{
    /// <summary>Bytes of live objects, after everything dead has been collected.</summary>
    public static long Managed()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
