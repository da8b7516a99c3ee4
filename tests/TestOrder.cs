using System.Globalization;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Benevolat.Testing.TestOrder))]
[assembly: TestMethodOrderer(typeof(Benevolat.Testing.TestOrder))]
[assembly: TestCaseOrderer(typeof(Benevolat.Testing.TestOrder))]

namespace Benevolat.Testing;

/// <summary>
/// By name, the same on every machine: xUnit's own order follows the folder that the tests were built in, so that tests which share a
/// fixture would meet in one order here and in another there. BENEVOLAT_TEST_ORDER, a number, shuffles by that seed, to find tests that
/// lean on each other.
/// </summary>
public sealed class TestOrder : ITestCollectionOrderer, ITestMethodOrderer, ITestCaseOrderer
{
    private static readonly string? Seed = Environment.GetEnvironmentVariable("BENEVOLAT_TEST_ORDER");

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => Ordered(testCollections, collection => collection.TestCollectionDisplayName);

    public IReadOnlyCollection<TTestMethod?> OrderTestMethods<TTestMethod>(IReadOnlyCollection<TTestMethod?> testMethods)
        where TTestMethod : ITestMethod => Ordered(testMethods, method => method?.MethodName);

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : ITestCase => Ordered(testCases, test => test.TestCaseDisplayName);

    private static T[] Ordered<T>(IEnumerable<T> tests, Func<T, string?> name)
    {
        var ordered = tests.OrderBy(name, StringComparer.Ordinal).ToArray();
        if (!string.IsNullOrEmpty(Seed)) { new Random(int.Parse(Seed, CultureInfo.InvariantCulture)).Shuffle(ordered); }
        return ordered;
    }
}
