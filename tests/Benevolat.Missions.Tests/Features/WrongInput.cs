namespace Benevolat.Missions.Tests.Features;

/// <summary>A field, a value in JSON that it must not have, and the fields that the answer names.</summary>
public static class WrongInput
{
    public static TheoryData<string, string, string> Organisations() => new()
    {
        { "name", "\"a\"", "name" }, { "name", $"\"{new string('a', 151)}\"", "name" }, { "name", "5", "name" }, { "name", "null", "name" },
        { "name", "\"a\\u0000b\"", "name" }, { "purpose", $"\"{new string('a', 5001)}\"", "purpose" }, { "rna", "\"W12\"", "rna" },
        { "siren", "\"123456789\"", "siren" }, { "siret", "\"1\"", "siret" }, { "website", "\"javascript:alert(1)\"", "website" },
        { "address", "null", "address" }, { "address", "{}", "address.commune,address.communeCode,address.postcode" }, { "address", "[]", "address" }, { "colour", "1", "colour" },
    };

    public static TheoryData<string, string, string> Missions() => new()
    {
        { "title", "null", "title" }, { "title", "\"Aide\"", "title" }, { "title", $"\"{new string('a', 121)}\"", "title" }, { "title", "{}", "title" },
        { "description", "\"\"", "description" }, { "description", "\"\\u0007\"", "description" }, { "domain", "\"cuisine\"", "domain" }, { "domain", "null", "domain" },
        { "kind", "3", "kind" }, { "remote", "\"sometimes\"", "remote" }, { "places", "0", "places" }, { "places", "10001", "places" }, { "places", "1.5", "places" },
        { "places", "\"two\"", "places" }, { "startsOn", "\"2027-02-30\"", "startsOn" }, { "startsOn", "\"1900-01-01\"", "startsOn" }, { "hours", "[\"lun-8\"]", "hours[0]" },
        { "hours", "[null]", "hours[0]" }, { "hoursPerWeek", "200", "hoursPerWeek" }, { "activities", "[\"Soutien Scolaire\"]", "activities[0]" }, { "skills", "[\"\"]", "skills[0]" },
        { "shifts", "[null]", "shifts[0]" }, { "shifts", "[{\"startsAt\":\"2027-01-01T10:00:00Z\",\"endsAt\":\"2027-01-01T09:00:00Z\",\"places\":1}]", "shifts[0].endsAt" },
        { "shifts", "[{}]", "shifts[0].startsAt,shifts[0].endsAt,shifts[0].places" }, { "addresses", "[{\"commune\":\"Lyon\",\"communeCode\":\"69123\",\"postcode\":\"69001\",\"coordinates\":[1]}]", "addresses[0].coordinates" },
        { "addresses", "[{\"commune\":\"Nulle part\",\"communeCode\":\"69999\",\"postcode\":\"69001\"}]", "addresses[0].coordinates" }, { "welcomerId", "\"me\"", "welcomerId" }, { "openToMinors", "\"yes\"", "openToMinors" },
    };
}
