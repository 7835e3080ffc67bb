package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.booking.Requests;
import fr.terrain.http.Wire.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a signed-in browser can be made to send: the API never takes its session, and nothing it sends is a fault of ours. */
@QuarkusTest
class SessionDoorTest {
    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    private Session owner;

    @BeforeEach
    void signedIn() {
        owner = new Session(root).signIn("porteur");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api;x",
                "/api;",
                "/api%3bx",
                "/api%3Bx",
                "//api",
                "/api/",
                "/./api",
                "/x/../api",
                "/%2e/api",
                "/x/%2e%2E/api",
                "/%61pi",
                "/ap%69",
                "/api%2f",
                "/%2fapi",
                "/API",
                "/;x/api",
                "/api/.",
                "/api;x/;y"
            })
    void theApiNeverTakesTheSessionOfThePages(String api) throws IOException {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        LocalDate start = TestClock.today().plusDays(60);
        int id = Requests.create(
                "porteur", Requests.body(place, fixtures.occupant(User.PORTEUR), start, start.plusDays(5)));
        for (String line : new String[] {
            "GET " + api + "/bookings",
            "GET " + api + "/bookings/" + id,
            "GET " + api + "/bookings/" + id + "/timeline",
            "POST " + api + "/bookings/" + id + "/submission",
            "POST " + api + "/bookings/" + id + "/submission;x",
            "POST " + api + "/bookings/" + id + ";x/submission"
        }) {
            int status = send(line, "", "").status();
            assertTrue(status == 400 || status == 401 || status == 403 || status == 404, line + " " + status);
        }
        assertEquals("DRAFT", fixtures.one("select status from booking where id = :id", "id", id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/;v=1", "/api;x/sites", "/api/sites;x", "/api/sites%3bx", "/sites/a%3Bb", "/mes-demandes;"})
    void noAddressHasMatrixParameters(String path) throws IOException {
        Answer answer = Wire.get(root, path);
        assertEquals(404, answer.status(), path);
        assertTrue(answer.body().contains("Cette page ou cette donnée n’existe pas"), answer.body());
        assertEquals(path.startsWith("/api"), answer.type().equals(Problem.MEDIA_TYPE), answer.type());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a|b", "/a\"b", "/a{b}", "/%zz", "/%", "/[", "/a^b", "/<script>", "//b", "/\\b", "b", ""})
    void aWayBackThatIsNoPageOfOursLeadsHome(String back) {
        var answer = owner.get("/connexion?retour=" + java.net.URLEncoder.encode(back, StandardCharsets.UTF_8));
        assertEquals(303, answer.statusCode(), () -> answer.headers().map() + answer.body());
        assertEquals("/", path(answer.headers().firstValue("Location").orElseThrow()));
    }

    @Test
    void aWayBackToAPageOfOursIsTaken() {
        var answer = owner.get("/connexion?retour=%2Fsites%3Fq%3D%25C3%25A9");
        assertEquals(
                "/sites?q=%C3%A9", path(answer.headers().firstValue("Location").orElseThrow()));
    }

    private String path(String location) {
        return location.replace(root.resolve("/").toString(), "/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "urlencoded %",
                "urlencoded _form=%zz",
                "urlencoded _form=%2",
                "urlencoded %=%",
                "urlencoded many",
                "multipart many",
                "multipart empty",
                "multipart charset",
                "multipart nothing"
            })
    void aFormThatCannotBeReadIsRefusedInWords(String kind, String body) throws IOException {
        String type = kind.equals("urlencoded")
                ? "application/x-www-form-urlencoded"
                : "multipart/form-data; boundary=" + (body.equals("empty") ? "" : "x");
        String part = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n";
        String sent = switch (kind + " " + body) {
            case "urlencoded many" -> "a=1&".repeat(1_500);
            case "multipart many" -> (part + "\r\n1\r\n").repeat(1_500) + "--x--\r\n";
            case "multipart charset" -> part + "Content-Type: text/plain; charset=zorglub\r\n\r\n1\r\n--x--\r\n";
            case "multipart empty" -> "----\r\n\r\n";
            case "multipart nothing" -> "x";
            default -> body;
        };
        Answer answer = send("POST /demandes/nouvelle", "Content-Type: " + type + "\r\n", sent);
        assertEquals(400, answer.status(), answer.body());
        assertTrue(answer.body().contains("<html lang=\"fr\">"), answer.body());
        assertTrue(answer.body().contains("<h1>"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/rien.js", "/assets/main-00000000.js", "/assets/", "/assets/../assets/rien"})
    void whatIsNoAssetIsNotKept(String path) throws IOException {
        Answer answer = send("GET " + path, "", "");
        assertEquals(404, answer.status());
        assertEquals("no-store", answer.headers().get("cache-control"));
    }

    @Test
    void onlyTheNamesWithAHashAreKeptForGood() throws IOException {
        Answer script = Wire.get(root, Assets.url("src/main.ts"));
        assertEquals(200, script.status());
        assertEquals("public, max-age=31536000, immutable", script.headers().get("cache-control"));
        Answer list = Wire.get(root, "/assets/manifest.json");
        assertNotEquals("public, max-age=31536000, immutable", list.headers().get("cache-control"));
    }

    private Answer send(String line, String headers, String body) throws IOException {
        String cookies = owner.cookies().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return Wire.send(root, line, "Cookie: " + cookies + "\r\n" + headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
