package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Behind an ingress that ends TLS, as it is deployed: the cookie of the forms has the name that no subdomain can set. */
@QuarkusTest
@TestProfile(SecureCookieTest.BehindIngress.class)
class SecureCookieTest {
    private static final String COOKIE = "__Host-terrain-form";
    private static final Pattern TOKEN = Pattern.compile("name=\"_form\" value=\"([^\"]+)\"");

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    private final HttpClient http = HttpClient.newHttpClient();
    private String page;
    private String form;
    private String session;

    /** What the ConfigMap of the deployment says of the ingress. */
    public static class BehindIngress implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.proxy.proxy-address-forwarding", "true");
        }
    }

    @BeforeEach
    void signedIn() {
        String slug = fixtures.place(new SpaceOf(1, 0, 0)).slug();
        long organisation = fixtures.occupant(User.PORTEUR);
        page = "/demandes/nouvelle?site=" + slug;
        form = "key=" + UUID.randomUUID() + "&site=" + slug + "&organisation=" + organisation + "&title=Essai";
        session = new Session(root)
                .signIn("porteur").cookies().stream()
                        .filter(cookie -> !cookie.getName().endsWith(CsrfToken.COOKIE))
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }

    @Test
    void itsCookieIsOfThisHostAloneAndItsFormIsLetIn() throws Exception {
        HttpResponse<String> shown = call("https", session, null);
        String cookie = shown.headers().allValues("set-cookie").stream()
                .filter(set -> set.startsWith(COOKIE + "="))
                .findFirst()
                .orElseThrow(() -> new AssertionError(shown.headers().map()));
        assertTrue(cookie.contains("; Path=/;"), cookie);
        for (String wanted : new String[] {"; Secure", "; HTTPOnly", "; SameSite=Lax"})
            assertTrue(cookie.toLowerCase().contains(wanted.toLowerCase()), cookie);
        assertFalse(cookie.toLowerCase().contains("domain"), cookie);
        String seed = cookie.substring(COOKIE.length() + 1, cookie.indexOf(';'));
        String sent = form + "&_form=" + URLEncoder.encode(token(shown.body()), StandardCharsets.UTF_8);
        assertEquals(403, call("https", session, sent).statusCode());
        assertEquals(
                403, call("https", session + "; terrain-form=" + seed, sent).statusCode());
        assertEquals(
                303, call("https", session + "; " + COOKIE + "=" + seed, sent).statusCode());
    }

    @Test
    void withoutTlsTheCookieHasItsPlainName() throws Exception {
        HttpResponse<String> shown = call("http", session, null);
        assertTrue(
                shown.headers().allValues("set-cookie").stream().anyMatch(set -> set.startsWith("terrain-form=")),
                () -> shown.headers().map().toString());
        assertNotEquals("", token(shown.body()));
    }

    private HttpResponse<String> call(String scheme, String cookies, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(body == null ? page : "/demandes/nouvelle"))
                .header("X-Forwarded-Proto", scheme)
                .header("Cookie", cookies);
        if (body != null)
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        assertTrue(token.find(), page);
        return token.group(1);
    }
}
