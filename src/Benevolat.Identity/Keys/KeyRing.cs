using Benevolat.Identity.Data;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;

namespace Benevolat.Identity.Keys;

/// <summary>The keys as this replica knows them: for each use the one that works now first, then those that are only known.</summary>
public sealed class KeyRing : IDisposable
{
    private IReadOnlyDictionary<KeyUse, IReadOnlyList<RsaSecurityKey>> _keys = new Dictionary<KeyUse, IReadOnlyList<RsaSecurityKey>>();
    private CancellationTokenSource _changed = new();

    public IReadOnlyList<RsaSecurityKey> Signing => Of(KeyUse.Signing);

    public IReadOnlyList<RsaSecurityKey> Encryption => Of(KeyUse.Encryption);

    /// <summary>Fires once when the keys change.</summary>
    public IChangeToken Changed => new CancellationChangeToken(_changed.Token);

    public void Dispose() => _changed.Dispose();

    internal void Replace(IReadOnlyDictionary<KeyUse, IReadOnlyList<RsaSecurityKey>> keys)
    {
        var same = _keys.Count == keys.Count && keys.All(entry => Ids(Of(entry.Key)).SequenceEqual(Ids(entry.Value)));
        if (same) { return; }

        _keys = keys;
        Interlocked.Exchange(ref _changed, new CancellationTokenSource()).Cancel();
    }

    private IReadOnlyList<RsaSecurityKey> Of(KeyUse use) => _keys.TryGetValue(use, out var keys) ? keys : [];

    private static IEnumerable<string> Ids(IEnumerable<RsaSecurityKey> keys) => keys.Select(key => key.KeyId);
}
