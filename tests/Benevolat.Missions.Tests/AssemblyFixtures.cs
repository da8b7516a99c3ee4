using Benevolat.Missions.Tests.Features;

// One service for all classes: each test brings its own organisation, so they don't see each other, and starting takes seconds.
[assembly: AssemblyFixture(typeof(MissionsService))]
