package fr.terrain.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The head of a page that says what went wrong is the head of every other page. */
@QuarkusTest
class MenuTest {
    private static final Pattern HEAD = Pattern.compile("<header.*</header>", Pattern.DOTALL);
    private static final Pattern CURRENT = Pattern.compile(" aria-current=\"page\"");
    private static final Pattern RETURN = Pattern.compile("/connexion\\?retour=[^\"]*");

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    private String reference;

    @BeforeEach
    void someonesRequest() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        long booking = fixtures.inReview(
                place,
                fixtures.occupant(User.PORTEUR),
                place.spaces(),
                false,
                LocalDateTime.parse("2030-05-03T00:00"),
                LocalDateTime.parse("2030-05-04T00:00"));
        reference = (String) fixtures.one("select reference from booking where id = :id", "id", booking);
    }

    @ParameterizedTest
    @CsvSource({
        "instructeur, /instruction",
        "juriste, /instruction",
        "signataire, /conventions",
        "porteur, /mes-demandes",
        ", /connexion"
    })
    void anErrorPageHasTheMenuOfItsReader(String user, String own) {
        Session session = new Session(root);
        if (user != null) session.signIn(user);
        String head = head(session.get("/accessibilite"), 200);
        assertTrue(head.contains("href=\"" + own), head);
        assertEquals(head, head(session.get("/inconnue"), 404));
        assertEquals(head, head(session.get("/sites/inconnu"), 404));
        assertEquals(head, head(session.get("/?theme=inconnu"), 400));
        assertEquals(head, head(session.call("DELETE", "/"), 405));
        if (user != null) assertEquals(head, head(session.post("/demandes/nouvelle"), 403));
        if ("porteur".equals(user)) assertEquals(head, head(session.get("/instruction/" + reference), 403));
    }

    private static String head(HttpResponse<String> answer, int status) {
        assertEquals(status, answer.statusCode(), answer.body());
        Matcher head = HEAD.matcher(answer.body());
        assertTrue(head.find(), answer.body());
        return RETURN.matcher(CURRENT.matcher(head.group()).replaceAll("")).replaceAll("/connexion");
    }
}
