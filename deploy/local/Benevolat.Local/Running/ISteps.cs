namespace Benevolat.Local.Running;

/// <summary>Shows what is being done, step by step; several steps may run at once.</summary>
public interface ISteps
{
    /// <summary>Does the work under a name that people see, from beginning to end.</summary>
    Task RunAsync(string step, Func<Task> work);
}
