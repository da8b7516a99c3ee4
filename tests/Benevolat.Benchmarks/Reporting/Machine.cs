using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Benevolat.Benchmarks.Reporting;

/// <summary>What the numbers were measured on.</summary>
internal static partial class Machine
{
    public static string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} × {Processor()}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}");

    private static string Processor() => ModelName().Match(File.ReadAllText("/proc/cpuinfo")) is { Success: true } found ? found.Groups[1].Value.Trim() : "unknown processor";

    [GeneratedRegex("model name\\s*:(.*)")]
    private static partial Regex ModelName();
}
