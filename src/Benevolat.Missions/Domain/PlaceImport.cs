namespace Benevolat.Missions.Domain;

/// <summary>One import of an official list: batches are collected, and take effect together when it is completed, or never.</summary>
public sealed class PlaceImport
{
    private PlaceImport() { }

    public Guid Id { get; private init; }

    /// <summary>Year of the list.</summary>
    public int Year { get; private init; }
    public bool IsPartial { get; private init; }
    public string StartedBy { get; private init; } = "";
    public DateTimeOffset StartedAt { get; private init; }
    public DateTimeOffset? CompletedAt { get; private set; }
    public int Created { get; private set; }
    public int Updated { get; private set; }
    public int Unchanged { get; private set; }
    public int Merged { get; private set; }
    public int Retired { get; private set; }
    public List<string> Unresolved { get; private set; } = [];

    public static PlaceImport Start(int year, bool isPartial, string by, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Year = year, IsPartial = isPartial, StartedBy = by, StartedAt = now };

    public void RequireOpen() => PlaceRules.Completed.Require(CompletedAt is null);

    public void Complete(GazetteerUpdate update, DateTimeOffset now)
    {
        RequireOpen();
        (Created, Updated, Unchanged, Merged, Retired) = (update.Created, update.Updated, update.Unchanged, update.Merged, update.Retired);
        Unresolved = [.. update.Unresolved];
        CompletedAt = now;
    }
}

/// <summary>A piece of a list, waiting for the others.</summary>
public sealed class PlaceImportBatch
{
    public required Guid ImportId { get; init; }
    public required int Number { get; init; }

    /// <summary>What was sent, as JSON.</summary>
    public required string Document { get; init; }
}
