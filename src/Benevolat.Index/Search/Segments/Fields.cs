namespace Benevolat.Index.Search.Segments;

/// <summary>The fields that words are looked for in, in the order in which their scores add up.</summary>
internal enum Field { Title, Organisation, Communes, Activities, Description }

/// <summary>How BM25F weighs the fields (Robertson, Zaragoza and Taylor, 2004), and how a score becomes a byte.</summary>
internal static class TextWeights
{
    public const int Fields = 5;

    /// <summary>How soon more mentions add little.</summary>
    private const float Saturation = 1.2f;

    private static readonly float[] Weights = [4, 3, 2, 2, 1];

    /// <summary>How much the length of a field discounts its mentions.</summary>
    private static readonly float[] LengthDiscounts = [0.3f, 0, 0, 0, 0.75f];

    /// <summary>What so many mentions in a field of this length add.</summary>
    /// <param name="averages">Mean number of words in each field.</param>
    public static float Mentions(int field, int count, int length, ReadOnlySpan<float> averages)
    {
        var norm = averages[field] == 0 ? 1 : 1 - LengthDiscounts[field] + (LengthDiscounts[field] * length / averages[field]);
        return Weights[field] * count / norm;
    }

    /// <summary>A weighted number of mentions as the impact of a posting, 1 to 255.</summary>
    public static byte Impact(float mentions) =>
        (byte)Math.Clamp(MathF.Round(255 * mentions / (Saturation + mentions), MidpointRounding.AwayFromZero), 1, 255);

    /// <summary>How telling a word is that so many of all documents have.</summary>
    public static float Rarity(int documents, int having) => MathF.Log(1 + ((documents - having + 0.5f) / (having + 0.5f)));
}
