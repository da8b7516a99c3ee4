using Benevolat.Local.Servers;

namespace Benevolat.Local.Running;

/// <summary>Forgets everything the system knew, and keeps what was downloaded for it.</summary>
internal static class Reset
{
    public static async Task DeleteDataAsync(SystemOptions options)
    {
        await new NativePostgres(options.Below("data", "postgres")).DeleteAsync();   // its data may have had to live elsewhere
        if (Directory.Exists(options.Below("data"))) { Directory.Delete(options.Below("data"), recursive: true); }
    }
}
