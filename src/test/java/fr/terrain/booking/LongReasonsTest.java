package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reasons of a decision up to the last letter they may have, and one beyond. */
@QuarkusTest
class LongReasonsTest {
    private static final LocalDateTime START = TestClock.today().plusDays(60).atStartOfDay();
    private static final int AGREEMENT = 2000;
    private static final int REFUSAL = 4000;
    private static final String LENGTHS =
            "select length(award_reason) + length(free_reason) from booking where id = :id";

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    private long id;
    private String page;

    @BeforeEach
    void aRequestToDecide() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        id = fixtures.inReview(place, fixtures.occupant(User.PORTEUR), place.spaces(), false, START, START.plusDays(5));
        page = "/instruction/" + fixtures.one("select reference from booking where id = :id", "id", id);
    }

    @Test
    void thePageTakesAnAgreementOfFullLength() {
        assertEquals(303, press("/accord", agreement(AGREEMENT, AGREEMENT)).statusCode());
        assertEquals("APPROVED", status());
        assertEquals(2 * AGREEMENT, fixtures.one(LENGTHS, "id", id));
    }

    @Test
    void theApiTakesAnAgreementOfFullLength() {
        call("approval", agreement(AGREEMENT, AGREEMENT)).statusCode(200);
        assertEquals("APPROVED", status());
        assertEquals(2 * AGREEMENT, fixtures.one(LENGTHS, "id", id));
    }

    @ParameterizedTest
    @CsvSource({"2001, 2000, awardReason", "2000, 2001, freeReason"})
    void oneLetterMoreOfAnAgreementIsRefusedByItsField(int award, int free, String field) {
        call("approval", agreement(award, free)).statusCode(400).body("fields.field", contains(field));
        told(press("/accord", agreement(award, free)), field);
        assertEquals("IN_REVIEW", status());
    }

    @Test
    void thePageTakesARefusalOfFullLength() {
        assertEquals(303, press("/refus", refusal(REFUSAL, REFUSAL)).statusCode());
        assertEquals("REFUSED", status());
    }

    @Test
    void theApiTakesARefusalOfFullLength() {
        call("refusal", refusal(REFUSAL, REFUSAL)).statusCode(200);
        assertEquals("REFUSED", status());
    }

    @ParameterizedTest
    @CsvSource({"4001, 4000, law", "4000, 4001, fact"})
    void oneLetterMoreOfARefusalIsRefusedByItsField(int law, int fact, String field) {
        call("refusal", refusal(law, fact)).statusCode(400).body("fields.field", contains(field));
        told(press("/refus", refusal(law, fact)), field);
        assertEquals("IN_REVIEW", status());
    }

    private static Map<String, String> agreement(int award, int free) {
        Map<String, String> fields = new HashMap<>();
        fields.put("economicNature", "NO");
        fields.put("awardRoute", "DIRECT");
        fields.put("awardReason", "é".repeat(award));
        fields.put("freeItem", "STATE_SECURITY");
        fields.put("freeReason", "à".repeat(free));
        return fields;
    }

    private static Map<String, String> refusal(int law, int fact) {
        return Map.of("law", "é".repeat(law), "fact", "à".repeat(fact));
    }

    private HttpResponse<String> press(String button, Map<String, String> fields) {
        Session officer = new Session(root).signIn("instructeur");
        List<String> typed = new ArrayList<>(List.of("version", officer.version(page)));
        fields.forEach((name, value) -> typed.addAll(List.of(name, value)));
        return officer.submit(page, page + button, typed.toArray(String[]::new));
    }

    private ValidatableResponse call(String noun, Map<String, String> fields) {
        return as("instructeur")
                .contentType("application/json")
                .body(fields)
                .post("/api/bookings/{id}/{noun}", id, noun)
                .then();
    }

    private static void told(HttpResponse<String> answer, String field) {
        assertEquals(400, answer.statusCode(), answer.body());
        for (String one : new String[] {"awardReason", "freeReason", "law", "fact"})
            assertEquals(one.equals(field), answer.body().contains("id=\"" + one + "-erreur\""), one);
        assertTrue(answer.body().contains("caractères au plus"), answer.body());
    }

    private Object status() {
        return fixtures.one("select status from booking where id = :id", "id", id);
    }
}
