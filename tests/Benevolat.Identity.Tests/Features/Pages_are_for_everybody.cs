using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Benevolat.Testing;

namespace Benevolat.Identity.Tests.Features;

public sealed class Pages_are_for_everybody(IdentityService service) : IClassFixture<IdentityService>
{
    private static readonly string[] Paths =
        ["/account/sign-in", "/account/sign-up", "/account/check-mail", "/account/confirm?accountId=a&token=b", "/account/forgotten", "/account/reset?accountId=a&token=b", "/account/sign-out"];

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Every_page_says_its_language_has_one_heading_a_way_past_the_header_and_labelled_fields(string language)
    {
        var visitor = new Visitor(service, language: language);
        var titles = new List<string>();
        foreach (var path in Paths)
        {
            var page = await visitor.PageAsync(path);
            titles.Add(page.Title!);
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.NotNull(page.QuerySelector("main" + page.QuerySelector("a.skip-link")!.GetAttribute("href")));
            Assert.Equal("/", page.QuerySelector("header a.brand")!.GetAttribute("href"));
            Assert.Empty(page.Scripts);
            Assert.All(page.QuerySelectorAll<IHtmlElement>("input:not([type=hidden]), select"), field => Assert.True(
                page.QuerySelector($"label[for={field.Id}]") is not null, $"{path}: {field.Id} has no label"));
        }

        Assert.Equal(Paths.Length, titles.Distinct().Count());
    }

    [Fact]
    public async Task The_language_chosen_on_the_site_wins_and_a_link_offers_the_other_but_carries_no_token()
    {
        var visitor = new Visitor(service, language: "fr");
        visitor.Http.DefaultRequestHeaders.Add("Cookie", "benevolat-language=en");

        var page = await visitor.PageAsync("/account/sign-in?returnUrl=/connexion");
        var reset = await visitor.PageAsync("/account/reset?accountId=a&token=b");

        Assert.Equal(("en", "Sign in"), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")!.TextContent));
        Assert.Equal("/langue?vers=fr&retour=%2Faccount%2Fsign-in%3FreturnUrl%3D%2Fconnexion", page.QuerySelector("header a[hreflang=fr][lang=fr]")!.GetAttribute("href"));
        Assert.Null(reset.QuerySelector("a[hreflang]"));
    }

    [Fact]
    public async Task What_is_to_be_corrected_is_listed_first_and_leads_to_its_field_and_what_was_typed_stays()
    {
        var visitor = new Visitor(service);
        using var answer = await visitor.SubmitAsync(await visitor.PageAsync("/account/sign-up"), ("email", "pas une adresse"), ("firstName", "<b>Léa</b>"), ("password", "motdepasse123"), ("language", "en"))
            .ExpectAsync(HttpStatusCode.BadRequest);

        var html = await answer.Content.ReadAsStringAsync();
        var page = Visitor.Parse(html);
        var leads = page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(["#email", "#password", "#isAtLeast16", "#acceptsTerms"], leads);
        Assert.All(leads, target => Assert.Equal("true", page.QuerySelector(target!)!.GetAttribute("aria-invalid")));
        Assert.Equal("<b>Léa</b>", page.QuerySelector<IHtmlInputElement>("#firstName")!.Value);
        Assert.Equal("", page.QuerySelector<IHtmlInputElement>("#password")!.Value);
        Assert.DoesNotContain("motdepasse123", html, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_without_any_script()
    {
        var (visitor, email) = (new Visitor(service), Visitor.NewEmail());
        await visitor.BecomeAsync(email);
        await visitor.SubmitAsync(await visitor.PageAsync("/account/forgotten"), ("email", email)).ExpectAsync(HttpStatusCode.Redirect);
        var mail = await service.Mail.Mails.WaitForAsync(email, "nouveau mot de passe", stop: TestContext.Current.CancellationToken);
        var reset = await visitor.PageAsync(mail.Links[0].PathAndQuery);

        await visitor.SubmitAsync(reset, ("password", "court")).ExpectAsync(HttpStatusCode.BadRequest);
        await visitor.SubmitAsync(reset, ("password", "une toute autre phrase")).ExpectAsync(HttpStatusCode.OK);

        await visitor.SignInAsync(email, "une toute autre phrase").ExpectAsync(HttpStatusCode.NoContent);
    }
}
