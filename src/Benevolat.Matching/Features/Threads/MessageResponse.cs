using System.ComponentModel;
using Benevolat.Matching.Domain;

namespace Benevolat.Matching.Features.Threads;

/// <summary>Which side wrote.</summary>
public enum Side { Volunteer, Organisation }

/// <summary>A message as the reader may see it.</summary>
public sealed record MessageResponse(
    Guid Id, Side From,
    string Text,
    [property: Description("Whether contacts were hidden from it, as they are until the organisation accepts.")] bool Masked,
    DateTimeOffset At,
    [property: Description("Whether the reader's side wrote it.")] bool Mine)
{
    internal static MessageResponse Of(ThreadMessage message, Application application, bool asVolunteer)
    {
        var mine = message.FromVolunteer == asVolunteer;
        var (text, masked) = mine || application.ContactsAreShared ? (message.Text, false) : ContactMask.Hide(message.Text);
        return new(message.Id, message.FromVolunteer ? Side.Volunteer : Side.Organisation, text, masked, message.At, mine);
    }
}
