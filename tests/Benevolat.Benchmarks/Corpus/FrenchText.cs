using System.Text;

namespace Benevolat.Benchmarks.Corpus;

/// <summary>Makes text that reads like French to a machine: function words where they belong, elisions, sentences, a topic.</summary>
internal sealed class FrenchText(Vocabulary vocabulary)
{
    /// <summary>How many of the words with a meaning belong to what the text is about.</summary>
    private const double OnTopic = 0.4;

    private static readonly string[] Names = ["Association", "Les Amis", "Collectif", "Entraide", "Maison", "Solidarité", "Comité", "Réseau"];

    /// <summary>Four to nine words.</summary>
    public string Title(Randomness random, int topic)
    {
        var text = new StringBuilder(80);
        var words = random.Between(4, 9);
        for (var i = 0; i < words; i++)
        {
            // A title says what it is about; every third word joins the others.
            Append(text, i % 3 == 1 ? vocabulary.Words[random.Below(12)] : random.Chance(0.7) ? vocabulary.Draw(random, topic) : vocabulary.Draw(random));
        }

        return Capitalised(text);
    }

    /// <summary>Forty to two hundred words, ninety on average, in sentences.</summary>
    public string Description(Randomness random, int topic)
    {
        var words = Math.Clamp((int)(86 * Math.Exp((0.38 * random.NextNormal()) - 0.03)), 40, 200);
        var text = new StringBuilder(words * 7);
        var sentence = new StringBuilder(120);
        while (words > 0)
        {
            var length = Math.Min(words, random.Between(7, 18));
            sentence.Clear();
            for (var i = 0; i < length; i++) { Append(sentence, Word(random, topic)); }
            text.Append(text.Length == 0 ? "" : " ").Append(Capitalised(sentence)).Append('.');
            words -= length;
        }

        return text.ToString();
    }

    public string OrganisationName(Randomness random, int topic, Commune commune)
    {
        var text = new StringBuilder(random.Pick(Names)).Append(' ').Append(vocabulary.Draw(random, topic));
        if (random.Chance(0.6)) { text.Append(' ').Append(vocabulary.Draw(random)); }
        return (random.Chance(0.5) ? text.Append(' ').Append(commune.Name) : text).ToString();
    }

    private string Word(Randomness random, int topic)
    {
        var word = vocabulary.Draw(random);
        return vocabulary.IsFunctionWord(word) || !random.Chance(OnTopic) ? word : vocabulary.Draw(random, topic);
    }

    /// <summary>"de" before a vowel is "d'", and "la" is "l'".</summary>
    private static void Append(StringBuilder text, string word)
    {
        if (text.Length == 0) { text.Append(word); return; }
        if ("aeiouéêèàh".Contains(word[0]) && Elides(text)) { text.Length--; text.Append('\''); }
        else { text.Append(' '); }
        text.Append(word);
    }

    private static bool Elides(StringBuilder text)
    {
        var end = text.Length;
        return end >= 2 && (end == 2 || text[end - 3] is ' ' or '\'')
            && (text[end - 2], text[end - 1]) is ('d', 'e') or ('l', 'e') or ('l', 'a') or ('n', 'e') or ('s', 'e');
    }

    private static string Capitalised(StringBuilder text)
    {
        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }
}
