namespace Benevolat.Local.Processes;

/// <summary>Several things at once.</summary>
internal static class Together
{
    /// <summary>Waits for all; the first failure cancels the others and is the one that people see.</summary>
    public static async Task AllOrFirstFailureAsync(List<Task> tasks, CancellationTokenSource all)
    {
        var open = tasks.ToList();
        while (open.Count > 0)
        {
            var done = await Task.WhenAny(open);
            open.Remove(done);
            if (done.IsCompletedSuccessfully) { continue; }
            await all.CancelAsync();
            await Task.WhenAll(open).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await done;
        }
    }
}
