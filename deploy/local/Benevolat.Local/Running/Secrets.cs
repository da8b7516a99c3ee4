using System.Security.Cryptography;

namespace Benevolat.Local.Running;

/// <summary>Secrets that are made up once per data folder and stay with it.</summary>
internal static class Secrets
{
    /// <summary>The secret with this name; only this account can read its file.</summary>
    public static string Get(SystemOptions options, string name)
    {
        var path = options.Below("data", name);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(options.Below("data"));
            using var file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            file.Write(System.Text.Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(32, lowercase: true)));
        }

        return File.ReadAllText(path);
    }
}
