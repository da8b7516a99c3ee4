using Benevolat.Contracts.Matching;

namespace Benevolat.Matching.Domain;

/// <summary>The waiting list: a yes without a place. Places that come free are held for the first in line until they answer or the offer lapses.</summary>
public sealed partial class Application
{
    /// <summary>An offer that nobody answers sends its volunteer to the end of the line once, and out of it the second time.</summary>
    private const int LapsesAllowed = 1;

    /// <summary>The place in line; ties go by id.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }
    public Guid? OfferId { get; private set; }
    public DateTimeOffset? OfferExpiresAt { get; private set; }
    public int OffersLapsed { get; private set; }

    /// <summary>The organisation would say yes if there were places. A human answer: the clock stops.</summary>
    public void PutInLine(DateTimeOffset at)
    {
        ApplicationRules.Transition(State).Require(IsOpen);
        ApplicationRules.WaitsAlready.Require(WaitingSince is null);
        if (State is ApplicationState.Submitted) { State = ApplicationState.Acknowledged; }
        (WaitingSince, ChangedAt) = (at, at);
        Version++;
        Answer(at, Turn.Nobody);
    }

    /// <summary>Places are held; the caller takes them in the same transaction.</summary>
    public void Offer(Guid offer, DateTimeOffset expiresAt)
    {
        if (WaitingSince is null || OfferId is not null) { throw new InvalidOperationException("Only who waits in line without an offer gets one."); }
        (OfferId, OfferExpiresAt) = (offer, expiresAt);
        Version++;
    }

    /// <summary>The volunteer takes the places that were held.</summary>
    public void TakeOffer(Guid? welcomerId, DateTimeOffset at)
    {
        ApplicationRules.NoOffer.Require(OfferId is not null);
        ApplicationRules.OfferLapsed.Require(at < OfferExpiresAt);
        Accept(welcomerId, AnswerMessage, at);
    }

    /// <summary>The volunteer doesn't want them any more; the caller gives them to the next.</summary>
    public void RefuseOffer(DateTimeOffset at)
    {
        ApplicationRules.NoOffer.Require(OfferId is not null);
        Withdraw(WithdrawalReason.NotAvailable, at);
    }

    /// <summary>The volunteer didn't answer in time; the caller gives the places to the next.</summary>
    /// <returns>Whether they still wait.</returns>
    public bool LapseOffer(DateTimeOffset at)
    {
        if (OfferId is null) { throw new InvalidOperationException("There is no offer that could lapse."); }
        (OfferId, OfferExpiresAt) = (null, null);
        if (++OffersLapsed > LapsesAllowed)
        {
            Withdraw(WithdrawalReason.NoResponse, at);
            return false;
        }

        WaitingSince = at;
        Version++;
        return true;
    }

    private void LeaveTheLine() => (WaitingSince, OfferId, OfferExpiresAt) = (null, null, null);
}
