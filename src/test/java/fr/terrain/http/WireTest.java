package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Tokens;
import fr.terrain.http.Wire.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WireTest {
    private static final int TEN_MEGABYTES = 10 << 20;

    @TestHTTPResource
    URI root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00",
                "a%00b",
                "%C3%28",
                "%C0%AF",
                "%E0%80%AF",
                "%ED%A0%80",
                "%FF",
                "%F4%90%80%80",
                "\u00e9",
                "\u00ff"
            })
    void anAddressThatIsNoTextIsRefused(String text) throws IOException {
        problem(Wire.get(root, "/api/sites?q=" + text), 400, "saisie-incorrecte");
        problem(Wire.get(root, "/api/sites/" + text), 400, "saisie-incorrecte");
        page(Wire.get(root, "/?q=" + text), 400, "Une information est incorrecte");
        page(Wire.get(root, "/sites/" + text), 400, "Une information est incorrecte");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%", "%2", "%zz", "%+1", "a|b", "<b>", "\"", "a\\b", "a^b", "`", "{a}", "a#b#c", "\u0000", "\u0001",
                "\u007f"
            })
    void anAddressAgainstTheGrammarIsRefusedInWords(String text) throws IOException {
        problem(Wire.get(root, "/api/sites?q=" + text), 400, "saisie-incorrecte");
        problem(Wire.get(root, "/api/sites/" + text), 400, "saisie-incorrecte");
        problem(Wire.get(root, "/api/" + text), 400, "saisie-incorrecte");
        page(Wire.get(root, "/?q=" + text), 400, "Une information est incorrecte");
        page(Wire.get(root, "/sites/" + text), 400, "Une information est incorrecte");
        page(Wire.get(root, "/" + text), 400, "Une information est incorrecte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", "a\u000bb"})
    void aRequestLineOfTooManyPartsIsNoRequest(String text) throws IOException {
        for (String path : new String[] {"/api/sites?q=", "/?q=", "/"})
            assertEquals(400, Wire.get(root, path + text).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "*", "x", "http://[/", "//", "http://", "?q=%zz", ":"})
    void anAddressThatIsNoPathIsRefused(String target) throws IOException {
        Answer answer = Wire.get(root, target);
        assertTrue(List.of(400, 404).contains(answer.status()), target + " " + answer.status());
        assertTrue(answer.body().contains("<html lang=\"fr\">"), answer.body());
        assertTrue(answer.headers().containsKey("content-security-policy"), target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q=a-._~!$&'()*+,;=:@/?b", "/?q=%C3%A9%20%7C", "/?q=[a]", "/;v=1"})
    void everySignOfTheGrammarIsLetIn(String target) throws IOException {
        Answer answer = Wire.get(root, target);
        assertTrue(answer.status() == 200 || answer.status() == 404, target + " " + answer.status());
    }

    @Test
    void anAddressThatIsTooLongIsRefused() throws IOException {
        problem(Wire.get(root, "/api/sites?q=" + "a".repeat(8_000)), 414, "adresse-trop-longue");
        page(Wire.get(root, "/?q=" + "a".repeat(8_000)), 414, "L’adresse est trop longue");
        assertEquals(414, Wire.get(root, "/?q=" + "a".repeat(100_000)).status());
    }

    @Test
    void headersWithoutMeasureAreRefused() throws IOException {
        String one = "X-Grand: " + "a".repeat(17_000) + "\r\n";
        String many = "X: 1\r\n".repeat(150);
        for (String headers : new String[] {one, many}) {
            problem(Wire.send(root, "GET /api/sites", headers, new byte[0]), 431, "en-tetes-trop-longs");
            page(Wire.send(root, "GET /", headers, new byte[0]), 431, "Les en-têtes sont trop longs");
        }
        String endless = "X-Grand: " + "a".repeat(200_000) + "\r\n";
        assertEquals(431, Wire.send(root, "GET /", endless, new byte[0]).status());
    }

    @Test
    void tenMegabytesAreRefusedBeforeTheyAreRead() throws IOException {
        byte[] body = ("{\"needs\":\"" + "a".repeat(TEN_MEGABYTES) + "\"}").getBytes(StandardCharsets.US_ASCII);
        problem(Wire.send(root, "POST /api/bookings", json(), body), 413, "trop-volumineux");
        problem(
                Wire.send(root, "POST /api/bookings", "Content-Type: application/json\r\n", body),
                413,
                "trop-volumineux");
        page(Wire.send(root, "POST /demandes/nouvelle", form(), body), 413, "L’envoi est trop volumineux");
        page(Wire.send(root, "POST /", form(), body), 413, "L’envoi est trop volumineux");
    }

    @Test
    void aBodyThatHidesItsLengthIsCutOff() throws IOException {
        byte[] json = chunked("{\"needs\":\"" + "a".repeat(2_200_000) + "\"}");
        problem(
                Wire.send(root, "POST /api/bookings", json() + "Transfer-Encoding: chunked\r\n", json),
                413,
                "trop-volumineux");
        byte[] endless = chunked("{\"needs\":\"" + "a".repeat(TEN_MEGABYTES) + "\"}");
        assertEquals(
                413,
                Wire.send(root, "POST /api/bookings", json() + "Transfer-Encoding: chunked\r\n", endless)
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -5\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Entete sans deux-points\r\n"
            })
    void aRequestAgainstTheGrammarIsRefused(String headers) throws IOException {
        assertEquals(
                400, Wire.send(root, "POST /api/bookings", headers, new byte[0]).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/sites",
                "/api/bookings",
                "/api/inconnu",
                "/inconnue",
                "/?q=%00",
                "/?q=%zz",
                "/api/sites?q=%00",
                "/connexion",
                "/q/health",
                "/q/openapi",
                "/accessibilite"
            })
    void everyAnswerIsProtected(String target) throws IOException {
        Answer answer = Wire.get(root, target);
        String policy = answer.headers().get("content-security-policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", answer.headers().get("x-content-type-options"));
        assertEquals("strict-origin-when-cross-origin", answer.headers().get("referrer-policy"));
        assertNull(answer.headers().get("server"));
        assertNull(answer.headers().get("x-powered-by"));
        assertFalse(answer.body().contains("Exception"), answer.body());
        String kept = answer.headers().get("cache-control");
        assertTrue(List.of("no-store", "no-cache", "private, no-cache").contains(kept), kept);
    }

    @Test
    void privateAnswersAreNotKept() throws IOException {
        for (String path : new String[] {"/api/bookings", "/api/bookings/1", "/api/conventions/CONV-1999-0001"})
            assertEquals(
                    "no-store",
                    Wire.send(root, "GET " + path, json(), new byte[0])
                            .headers()
                            .get("cache-control"));
    }

    private static String json() {
        return "Authorization: Bearer " + Tokens.of("porteur") + "\r\nContent-Type: application/json\r\n";
    }

    private static String form() {
        return "Content-Type: application/x-www-form-urlencoded\r\n";
    }

    private static byte[] chunked(String text) throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int from = 0; from < text.length(); from += 60_000) {
            String chunk = text.substring(from, Math.min(text.length(), from + 60_000));
            chunks.write((Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        chunks.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return chunks.toByteArray();
    }

    private static void problem(Answer answer, int status, String type) {
        assertEquals(status, answer.status(), answer.body());
        assertEquals(Problem.MEDIA_TYPE, answer.type());
        assertTrue(answer.body().contains("\"type\":\"/problemes/" + type + "\""), answer.body());
        assertTrue(answer.body().contains("\"status\":" + status), answer.body());
        assertTrue(answer.body().contains("\"title\":\""), answer.body());
        assertTrue(answer.body().contains("\"detail\":\""), answer.body());
    }

    private static void page(Answer answer, int status, String title) {
        assertEquals(status, answer.status(), answer.body());
        assertTrue(answer.type().startsWith("text/html"), answer.type());
        assertTrue(answer.body().contains("<html lang=\"fr\">"));
        assertTrue(answer.body().contains("<h1>" + title + "</h1>"), answer.body());
    }
}
