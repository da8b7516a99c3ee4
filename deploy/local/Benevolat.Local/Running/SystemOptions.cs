namespace Benevolat.Local.Running;

/// <summary>What to start, and where.</summary>
public sealed record SystemOptions
{
    /// <summary>The repository: where the projects are.</summary>
    public string Repository { get; init; } = Repositories.Current;

    /// <summary>Where data, mails, logs and tools go.</summary>
    public required string Folder { get; init; }

    /// <summary>The port of the site; the next free one when it is taken.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>How many processes each replicated service gets.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>Whether to make the demo accounts and import the demo missions.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>Whether to run the Aspire dashboard and send telemetry to it.</summary>
    public bool Dashboard { get; init; } = true;

    /// <summary>Settings for every service, on top of the topology's: what a test wants different.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>A file or folder below <see cref="Folder"/>.</summary>
    public string Below(params string[] parts) => Path.GetFullPath(Path.Combine([Folder, .. parts]));
}
