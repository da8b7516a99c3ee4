using Benevolat.ServiceDefaults.Rules;

namespace Benevolat.Missions.Domain;

/// <summary>What an import of communes may be refused for.</summary>
public static class PlaceRules
{
    public static readonly Rule Twice = new("places.twice",
        "La commune {code} apparaît deux fois dans la liste. Rien n'a changé.",
        "The commune {code} appears twice in the list. Nothing has changed.");

    public static readonly Rule Incomplete = new("places.incomplete",
        "La liste ne contient pas {missing} des {known} communes connues (la première : {first}). Rien n'a changé. "
        + "Si elle ne couvre qu'une partie du pays, importez-la comme partielle.",
        "The list lacks {missing} of the {known} communes that are known (the first: {first}). Nothing has changed. "
        + "If it covers only a part of the country, import it as partial.");

    public static readonly Rule Empty = new("places.empty",
        "La liste est vide : rien n'a changé.", "The list is empty: nothing has changed.");

    public static readonly Rule BatchesMissing = new("places.batches-missing",
        "{expected} lots sont annoncés, {received} sont arrivés : envoyez ceux qui manquent, puis terminez.",
        "{expected} batches are announced, {received} have arrived: send those that are missing, then complete.");

    public static readonly Rule Completed = new("places.completed",
        "Cet import est terminé : commencez-en un autre.", "This import is completed: start another one.");
}
