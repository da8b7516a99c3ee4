using Benevolat.Local.Running;

namespace Benevolat.Local.Tests.Running;

public sealed class StateFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_has_one_owner_at_a_time()
    {
        using (StateFile.TryLock(_folder.Path))
        {
            Assert.Null(StateFile.TryLock(_folder.Path));
        }

        using var next = StateFile.TryLock(_folder.Path);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task What_a_dead_orchestrator_left_says_nothing()
    {
        var left = """{"Site":"http://localhost:8080/","Processes":[{"Name":"run.sh","Id":1,"StartedAt":"never"}]}""";
        await File.WriteAllTextAsync(_folder.Below("state.json"), left, TestContext.Current.CancellationToken);

        Assert.Null(StateFile.Read(_folder.Path));
    }
}
