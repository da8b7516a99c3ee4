namespace Benevolat.Missions.Domain;

/// <content>How it answers volunteers, as far as Matching told us.</content>
public sealed partial class Organisation
{
    /// <summary>With fewer applications than this nothing can be said yet: it is new here.</summary>
    public const int FewestToJudge = 3;

    /// <summary>How many of the last applications count.</summary>
    public int Asked { get; private set; }

    /// <summary>How many of them got an answer.</summary>
    public int Answered { get; private set; }
    public double? MedianAnswerHours { get; private set; }

    /// <summary>The version that these come from.</summary>
    public long ResponsivenessVersion { get; private set; }

    public bool IsNew => Asked < FewestToJudge;

    /// <summary>0 to 1; null while it is new.</summary>
    public double? AnswerRate => RateOf(Answered, Asked);

    public static double? RateOf(int answered, int asked) => asked < FewestToJudge ? null : Math.Clamp((double)answered / asked, 0, 1);

    /// <summary>An older word than what is known is ignored. The version stays: people who edit the profile are not disturbed by applications.</summary>
    public void NoteResponsiveness(long version, int answered, int asked, double? medianHours)
    {
        if (version <= ResponsivenessVersion) { return; }

        (ResponsivenessVersion, Answered, Asked, MedianAnswerHours) = (version, answered, asked, medianHours);
    }
}
