using System.Diagnostics;
using System.Text.RegularExpressions;
using OpenTelemetry;

namespace Benevolat.ServiceDefaults.Telemetry;

/// <summary>Takes secrets of links out of the addresses that spans record: whoever holds an invitation's may read who invites whom.</summary>
internal sealed partial class SecretPaths : BaseProcessor<Activity>
{
    private static readonly string[] Tags = ["url.path", "url.full"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Tags)
        {
            if (data.GetTagItem(tag) is string address && Secret().IsMatch(address)) { data.SetTag(tag, Secret().Replace(address, "$1…")); }
        }
    }

    /// <summary>The site's page and the API's resource; ids of an organisation's own list are no secrets.</summary>
    [GeneratedRegex("(/invitation/|/api/v1/invitations/)[^/?#]+", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
