package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms of a signed-in person: let in with their token and nothing else, and only as text. */
@QuarkusTest
class FormsTest {
    private static final String BEGIN = "/demandes/nouvelle";

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    private Session owner;
    private String page;
    private String slug;
    private String organisation;
    private long expected;

    @BeforeEach
    void aFormOnScreen() {
        slug = fixtures.place(new SpaceOf(1, 0, 0)).slug();
        organisation = Long.toString(fixtures.occupant(User.PORTEUR));
        owner = new Session(root).signIn("porteur");
        page = BEGIN + "?site=" + slug;
        expected = bookings();
    }

    @AfterEach
    void onlyWhatWasAskedForIsThere() {
        assertEquals(expected, bookings());
    }

    @Test
    void aFormWithItsTokenIsLetInAndASecondSendingMakesNothingNew() {
        String[] fields = fields("Bouée connectée");
        HttpResponse<String> first = owner.submit(page, BEGIN, fields);
        assertEquals(303, first.statusCode(), first.body());
        HttpResponse<String> again = owner.submit(page, BEGIN, fields);
        assertEquals(first.headers().firstValue("Location"), again.headers().firstValue("Location"));
        expected++;
    }

    @Test
    void aFormWithoutItsTokenIsRefusedInWords() {
        expired(owner.post(BEGIN, fields("Bouée")));
        expired(owner.post(BEGIN, with(fields("Bouée"), "_form", "")));
        expired(owner.post(BEGIN, with(fields("Bouée"), "_form", "x")));
        expired(owner.post(BEGIN + "?_form=" + owner.token(page), fields("Bouée")));
    }

    @Test
    void theTokenOfAnotherBrowserOpensNothing() {
        Session attacker = new Session(root).signIn("porteuse");
        String foreign = attacker.token(page);
        expired(owner.post(BEGIN, with(fields("Bouée"), "_form", foreign)));
    }

    @Test
    void aTokenWithoutItsCookieOpensNothing() {
        String token = owner.token(page);
        owner.forget("terrain-form");
        expired(owner.post(BEGIN, with(fields("Bouée"), "_form", token)));
    }

    @Test
    void aTokenIsGoodForWhoReadItOnly() {
        Session before = new Session(root);
        String mine = owner.token(page);
        String cookie = owner.cookies().stream()
                .filter(one -> one.getName().equals("terrain-form"))
                .findFirst()
                .orElseThrow()
                .getValue();
        Session other = new Session(root).signIn("porteuse");
        other.remember("terrain-form", cookie);
        expired(other.post(BEGIN, with(fields("Bouée"), "_form", mine)));
        before.remember("terrain-form", cookie);
        expired(before.post("/deconnexion", "_form", mine));
    }

    @Test
    void signingOutTakesAFormAndEndsTheSessionHereAndAtKeycloak() {
        assertEquals(303, owner.get("/deconnexion").statusCode());
        expired(owner.post("/deconnexion"));
        assertEquals(200, owner.get("/mes-demandes").statusCode());
        HttpResponse<String> left = owner.submit(page, "/deconnexion");
        assertEquals(303, left.statusCode());
        URI end = URI.create(left.headers().firstValue("Location").orElseThrow());
        assertTrue(end.getPath().endsWith("/protocol/openid-connect/logout"), end.toString());
        assertTrue(owner.follow(end).body().contains("Se connecter"));
        assertEquals(302, owner.get("/mes-demandes").statusCode());
        assertTrue(owner.follow(root.resolve("/connexion")).body().contains("kc-form-login"));
    }

    @Test
    void nobodyIsSentToSignInFirst() {
        HttpResponse<String> answer = new Session(root).post(BEGIN, fields("Bouée"));
        assertEquals(302, answer.statusCode());
        assertTrue(answer.headers().firstValue("Location").orElseThrow().contains("/protocol/openid-connect/auth"));
    }

    @Test
    void bytesThatAreNoTextAreRefusedByTheirField() {
        String token = owner.token(page);
        for (String wrong : new String[] {"a%00b", "a%C3%28b", "a%C0%AFb", "a%ED%A0%80b", "a%07b", "%FF"}) {
            HttpResponse<String> answer = owner.post(
                    BEGIN,
                    ("_form=" + token + "&key=" + UUID.randomUUID() + "&site=" + slug + "&organisation=" + organisation
                                    + "&title=" + wrong)
                            .getBytes(StandardCharsets.US_ASCII));
            assertEquals(400, answer.statusCode(), wrong);
            assertTrue(answer.body().contains("Retirez les caractères qui ne se lisent pas."), answer.body());
        }
        byte[] raw = ("_form=" + token + "&site=" + slug + "&title=Bou").getBytes(StandardCharsets.US_ASCII);
        byte[] body = java.util.Arrays.copyOf(raw, raw.length + 2);
        body[raw.length] = (byte) 0xc3;
        body[raw.length + 1] = '(';
        assertEquals(400, owner.post(BEGIN, body).statusCode());
    }

    @Test
    void wrongFieldsAreToldOnThePageAndNothingIsLost() {
        for (String title : new String[] {"", "  ", "ab", "a".repeat(201)}) {
            HttpResponse<String> answer = owner.submit(page, BEGIN, fields(title));
            assertEquals(400, answer.statusCode(), title);
            assertTrue(answer.body().contains("title-erreur"), answer.body());
            assertTrue(answer.body().contains(slug));
        }
        String[] wrongKey = fields("Bouée");
        wrongKey[1] = "cle";
        assertEquals(400, owner.submit(page, BEGIN, wrongKey).statusCode());
        for (String other : new String[] {"99999999999999999999", "-1", "x"}) {
            String[] fields = fields("Bouée");
            fields[5] = other;
            int status = owner.submit(page, BEGIN, fields).statusCode();
            assertTrue(status == 400 || status == 404, other + " " + status);
        }
        String[] unknownSite = fields("Bouée");
        unknownSite[3] = "../" + slug;
        assertEquals(404, owner.submit(page, BEGIN, unknownSite).statusCode());
    }

    @Test
    void aFormTooLargeIsRefusedInWords() {
        String token = owner.token(page);
        HttpResponse<String> field = owner.post(BEGIN, with(fields("a".repeat(100_000)), "_form", token));
        assertEquals(413, field.statusCode());
        assertTrue(field.body().contains("<html lang=\"fr\">"), field.body());
    }

    @Test
    void aBrokenMultipartIsRefused() {
        byte[] broken =
                "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nBou".getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> answer = owner.post(BEGIN, broken, "multipart/form-data; boundary=x");
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("<html lang=\"fr\">"), answer.body());
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() {
        Session fresh = new Session(root).signIn("porteur");
        fresh.forget("terrain-form");
        HttpResponse<String> answer = fresh.get(page);
        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("terrain-form="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.toLowerCase(java.util.Locale.ROOT).contains("; httponly"), cookie);
        assertTrue(cookie.contains("SameSite=Lax"), cookie);
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        assertFalse(owner.cookies().isEmpty());
        for (HttpCookie one : owner.cookies())
            if (one.getName().startsWith("q_session")) assertTrue(one.isHttpOnly(), one.getName());
    }

    private static void expired(HttpResponse<String> answer) {
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("<h1>Ce formulaire n’est plus valable</h1>"), answer.body());
        assertTrue(answer.body().contains("<html lang=\"fr\">"));
    }

    private String[] fields(String title) {
        return new String[] {
            "key", UUID.randomUUID().toString(), "site", slug, "organisation", organisation, "title", title
        };
    }

    private static String[] with(String[] fields, String name, String value) {
        String[] more = java.util.Arrays.copyOf(fields, fields.length + 2);
        more[fields.length] = name;
        more[fields.length + 1] = value;
        return more;
    }

    private long bookings() {
        return ((Number) fixtures.one("select count(*) from booking")).longValue();
    }
}
