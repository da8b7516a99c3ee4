using Microsoft.EntityFrameworkCore;

namespace Benevolat.Messaging;

/// <summary>The service's own context in the current scope, for those here who need not know its type.</summary>
internal sealed record ServiceDb(DbContext Context);
