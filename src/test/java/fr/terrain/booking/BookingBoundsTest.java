package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.Tokens;
import fr.terrain.http.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of what a request and its decision may hold: beyond them, a no in words. */
@QuarkusTest
class BookingBoundsTest {
    private static final String REASON = "Avis publié du 1er au 15 février 2027.";
    private static final LocalDate START = TestClock.today().plusDays(60);
    private static final int MOST_DAYS = 1830;

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    ObjectMapper json;

    private Place place;
    private long occupant;
    private Map<String, Object> body;

    @BeforeEach
    void aRequest() {
        place = fixtures.place(new SpaceOf(1, 0, 0));
        occupant = fixtures.occupant(User.PORTEUR);
        body = Requests.body(place, occupant, START, START.plusDays(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483647", "12e2147483646", "1e2147483648", "1e-2147483647", "1e101", "-1e2147483647"})
    void anAreaWithoutMeasureIsRefused(String area) throws Exception {
        body.put("areaM2", 1);
        String sent = json.writeValueAsString(body).replace("\"areaM2\":1", "\"areaM2\":" + area);
        named(
                as("porteur")
                        .contentType("application/json")
                        .body(sent)
                        .post("/api/bookings")
                        .then(),
                "areaM2");
    }

    @Test
    void aStayIsAsLongAsItsSlotsMayBe() {
        overnight();
        body.put("lastDay", START.plusDays(MOST_DAYS).toString());
        named(post(), "lastDay");
        body.put("lastDay", START.plusDays(MOST_DAYS - 1).toString());
        post().statusCode(201);
    }

    @Test
    void aStayThatIsTooLongIsToldOnItsPage() {
        overnight();
        int id = Requests.create("porteur", body);
        String page = "/demandes/" + fixtures.one("select reference from booking where id = :id", "id", id) + "/lieu";
        Session owner = new Session(root).signIn("porteur");
        HttpResponse<String> answer = owner.submit(
                page,
                page,
                "version",
                owner.version(page),
                "spaces",
                place.spaces().getFirst().toString(),
                "firstDay",
                START.toString(),
                "lastDay",
                START.plusDays(MOST_DAYS).toString(),
                "useClass",
                "NO_REVENUE");
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("lastDay-erreur"), answer.body());
    }

    @Test
    void aPriceBeyondWhatIsKeptIsRefused() {
        fixtures.run(
                "update tariff_line set unit = 'SQUARE_METRE_DAY', amount = 9 where tariff_id = (select tariff_id from space where id = :id)",
                "id",
                place.spaces().getFirst());
        body.put("areaM2", new BigDecimal("99999999.99"));
        body.put("lastDay", START.plusDays(MOST_DAYS - 1).toString());
        named(post(), "areaM2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00a0\u202f\u2007", "\u200b\u2060\ufeff"})
    void aReasonWithoutWordsIsNone(String blank) {
        int id = underReview();
        decide(
                        id,
                        "approval",
                        Map.of(
                                "economicNature",
                                "NO",
                                "awardRoute",
                                "PUBLICITY",
                                "awardReason",
                                REASON,
                                "freeReason",
                                blank))
                .statusCode(200);
        int other = underReview();
        decide(
                        other,
                        "approval",
                        Map.of(
                                "economicNature",
                                "NO",
                                "awardRoute",
                                "PUBLICITY",
                                "awardReason",
                                blank,
                                "freeItem",
                                FreeItem.values()[0].name(),
                                "freeReason",
                                blank))
                .statusCode(409)
                .body("fields.field", hasItem("awardReason"))
                .body("fields.field", hasItem("freeReason"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00a0", "\u202f", "\u2007", "\u200b", "\u2060", "\u2800", "\u3164", "\u00ad"})
    void signsThatNobodySeesAreNoText(String sign) {
        String blank = sign.repeat(30);
        decide(underReview(), "refusal", Map.of("law", blank, "fact", blank))
                .statusCode(409)
                .body("fields.field", hasItem("law"))
                .body("fields.field", hasItem("fact"));
        body.put("project", Map.of("title", blank));
        named(post(), "project.title");
        Session owner = new Session(root).signIn("porteur");
        HttpResponse<String> answer = owner.submit(
                "/demandes/nouvelle?site=" + place.slug(),
                "/demandes/nouvelle",
                "key",
                UUID.randomUUID().toString(),
                "site",
                place.slug(),
                "organisation",
                "nouvelle",
                "title",
                blank,
                "name",
                blank,
                "signatory",
                blank,
                "quality",
                blank);
        assertEquals(400, answer.statusCode(), answer.body());
        for (String field : new String[] {"title", "name", "signatory", "quality"})
            assertTrue(answer.body().contains(field + "-erreur"), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/octet-stream"})
    void aWithdrawalIsJsonOrNothing(String type) throws Exception {
        int id = Requests.create("porteur", body);
        as("porteur")
                .header("Content-Type", type)
                .body("{\"reason\": \"x\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/bookings/{id}/withdrawal", id)
                .then()
                .statusCode(415)
                .contentType(Problem.MEDIA_TYPE);
        HttpRequest nothing = HttpRequest.newBuilder(root.resolve("/api/bookings/" + id + "/withdrawal"))
                .header("Authorization", "Bearer " + Tokens.of("porteur"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(nothing, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
        }
    }

    @Test
    void whatADraftIsOfDoesNotChange() {
        int id = Requests.create("porteur", body);
        Requests.edit("porteur", id, body).statusCode(200);
        Map<String, Object> good = Map.copyOf(body);
        body.put("site", fixtures.place(new SpaceOf(1, 0, 0)).slug());
        named(Requests.edit("porteur", id, body), "site");
        body.putAll(good);
        body.put("organisation", fixtures.occupant(User.PORTEUR));
        named(Requests.edit("porteur", id, body), "organisation");
        body.putAll(good);
        body.put("projectId", Long.MAX_VALUE);
        named(Requests.edit("porteur", id, body), "projectId");
    }

    @Test
    void aProjectIsDescribedOrNamedNotBoth() {
        body.put("projectId", Long.MAX_VALUE);
        named(post(), "projectId");
    }

    private void overnight() {
        fixtures.run(
                "update space set overnight = true where id = :id",
                "id",
                place.spaces().getFirst());
    }

    private int underReview() {
        Place other = fixtures.place(new SpaceOf(1, 0, 0));
        LocalDate day = START;
        return Math.toIntExact(
                fixtures.inReview(other, occupant, other.spaces(), false, day.atTime(8, 0), day.atTime(18, 0)));
    }

    private static ValidatableResponse decide(int id, String decision, Map<String, Object> sent) {
        return as("instructeur")
                .contentType("application/json")
                .body(sent)
                .post("/api/bookings/{id}/" + decision, id)
                .then();
    }

    private ValidatableResponse post() {
        return Requests.post("porteur", UUID.randomUUID().toString(), body);
    }

    private static void named(ValidatableResponse answer, String field) {
        answer.statusCode(400).contentType(Problem.MEDIA_TYPE).body("field", equalTo(field));
    }
}
