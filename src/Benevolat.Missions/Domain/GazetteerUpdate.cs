namespace Benevolat.Missions.Domain;

/// <summary>What a list changes in the communes that are known. The same list a second time changes nothing.</summary>
public sealed class GazetteerUpdate(IEnumerable<Commune> known)
{
    /// <summary>
    /// A list that lacks more than this share of what is known is a broken file, not a year of mergers (2016 had three per cent).
    /// </summary>
    private const double MostRetired = 0.05;

    private const int AlwaysAllowed = 20;

    private readonly Dictionary<string, Commune> _known = known.ToDictionary(commune => commune.Code);
    private readonly Dictionary<string, Commune> _changed = [];
    private readonly List<string> _unresolved = [];

    /// <summary>New communes and those of which something changed.</summary>
    public IReadOnlyCollection<Commune> Changed => _changed.Values;

    public int Created { get; private set; }
    public int Updated { get; private set; }
    public int Unchanged { get; private set; }

    /// <summary>Communes that are known as part of another from now on.</summary>
    public int Merged { get; private set; }

    /// <summary>Communes that the list no longer has, without saying where they went.</summary>
    public int Retired { get; private set; }

    /// <summary>Former communes whose present one nobody knows: "code → code".</summary>
    public IReadOnlyList<string> Unresolved => _unresolved;

    /// <summary>Towns that come with the program. What a list said is never overwritten.</summary>
    public void Seed(IEnumerable<CommuneFacts> builtIn)
    {
        foreach (var facts in builtIn)
        {
            if (!_known.TryGetValue(facts.Code, out var commune)) { Create(facts, year: null); }
            else if (commune.IsBuiltIn && commune.Describe(facts, year: null)) { Change(commune); }
        }
    }

    /// <exception cref="ServiceDefaults.Rules.RuleBrokenException">
    /// When the list contradicts itself or lacks too much; nothing may be kept then.
    /// </exception>
    public void Take(CommuneList list)
    {
        PlaceRules.Empty.Require(list.Communes.Count + list.Former.Count > 0);
        RequireOnce(list.Communes.Select(facts => facts.Code));
        foreach (var facts in list.Communes) { Describe(facts, list.Year); }

        var listed = list.Communes.Select(facts => facts.Code).ToHashSet();
        // Who stands in the list is a commune again, whatever history says; and the last word on a former one counts.
        // A part of a commune that kept the code of the whole is none that anybody could look for.
        var former = new Dictionary<string, FormerCommune>();
        foreach (var commune in list.Former.Where(commune => commune.Code != commune.Into && !listed.Contains(commune.Code)))
        {
            former[commune.Code] = commune;
        }

        bool IsPresent(Commune commune) => commune.IsCurrent && !former.ContainsKey(commune.Code)
            && (list.IsPartial || commune.Parent is not null || listed.Contains(commune.Code));
        foreach (var commune in former.Values) { Merge(commune, PresentOf(commune.Into, former, IsPresent), list.Year); }

        if (!list.IsPartial) { Retire(listed, list.Year); }
    }

    private static void RequireOnce(IEnumerable<string> codes)
    {
        var seen = new HashSet<string>();
        foreach (var code in codes) { PlaceRules.Twice.Require(seen.Add(code), ("code", code)); }
    }

    private void Describe(CommuneFacts facts, int year)
    {
        if (!_known.TryGetValue(facts.Code, out var commune))
        {
            Create(facts, year);
            Created++;
        }
        else if (commune.Describe(facts, year))
        {
            Change(commune);
            Updated++;
        }
        else { Unchanged++; }
    }

    private void Merge(FormerCommune former, Commune? present, int year)
    {
        if (present is null)
        {
            _unresolved.Add($"{former.Code} → {former.Into}");
            return;
        }

        var commune = _known.GetValueOrDefault(former.Code) ?? Create(former.Within(present), year);
        if (commune.MergeInto(present.Code, year))
        {
            Change(commune);
            Merged++;
        }
        else if (commune.Recall(former.Within(present), present))
        {
            Change(commune);
            Updated++;
        }
    }

    /// <summary>Follows mergers of mergers up to a commune that there still is; null where the trail ends or runs in a circle.</summary>
    private Commune? PresentOf(string code, Dictionary<string, FormerCommune> former, Predicate<Commune> isPresent)
    {
        var passed = new HashSet<string>();
        for (var next = code; next is not null && passed.Add(next);)
        {
            var commune = _known.GetValueOrDefault(next);
            if (commune is not null && isPresent(commune)) { return commune; }
            next = former.GetValueOrDefault(next)?.Into ?? commune?.MergedInto;
        }

        return null;
    }

    private void Retire(HashSet<string> listed, int year)
    {
        var current = _known.Values.Where(commune => commune is { IsCurrent: true, Parent: null }).ToList();
        var gone = current.Where(commune => !listed.Contains(commune.Code)).ToList();
        PlaceRules.Incomplete.Require(
            gone.Count <= Math.Max(AlwaysAllowed, current.Count * MostRetired),
            ("missing", gone.Count), ("known", current.Count), ("first", gone.FirstOrDefault()?.Code ?? ""));
        foreach (var commune in gone)
        {
            commune.Retire(year);
            Change(commune);
            Retired++;
        }
    }

    private Commune Create(CommuneFacts facts, int? year)
    {
        var commune = Commune.Of(facts, year);
        _known.Add(commune.Code, commune);
        Change(commune);
        return commune;
    }

    private void Change(Commune commune) => _changed[commune.Code] = commune;
}
