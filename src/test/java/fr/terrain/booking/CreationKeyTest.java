package fr.terrain.booking;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A creation key stands for one content: sent again it gives the same booking, with another content it is refused. */
@QuarkusTest
class CreationKeyTest {
    private static final LocalDate START = TestClock.today().plusDays(60);

    @Inject
    Fixtures fixtures;

    private Place place;
    private long occupant;

    @BeforeEach
    void placeAndOccupant() {
        place = fixtures.place(new SpaceOf(1, 1, 2));
        occupant = fixtures.occupant(User.PORTEUR);
    }

    @Test
    void theSameKeyGivesTheSameBooking() {
        String key = UUID.randomUUID().toString();
        int first = post(key, body()).statusCode(201).extract().path("id");
        post(key, body()).statusCode(201).body("id", equalTo(first));
    }

    @Test
    void theSameContentWrittenOtherwiseIsTheSame() {
        Map<String, Object> body = body();
        body.put("areaM2", 50);
        String key = UUID.randomUUID().toString();
        int first = post(key, body).statusCode(201).extract().path("id");
        body.put("areaM2", new BigDecimal("50.00"));
        body.put("useClass", "NO_REVENUE");
        body.put("needs", "  ");
        body.put("wholeSite", false);
        body.put(
                "project",
                Map.of(
                        "title", " Bouée connectée ",
                        "purpose", "Mesurer la houle dans la darse pendant trois semaines.\n",
                        "protocol", "Une bouée ancrée, un relevé par minute, un passage par semaine.",
                        "techniques", List.of(),
                        "people", 3));
        post(key, body).statusCode(201).body("id", equalTo(first));
    }

    @Test
    void theKeyOfAFormIsNotForTheApi() {
        Map<String, Object> body = body();
        String key = UUID.randomUUID().toString();
        post(key, body).statusCode(201);
        fixtures.run("update booking set creation_hash = null where creation_key = cast(:key as uuid)", "key", key);
        post(key, body).statusCode(422).body("type", equalTo("/problemes/cle-deja-employee"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lastDay", "needs", "areaM2", "useClass", "wholeSite", "organisation", "site", "project"})
    void theSameKeyWithAnotherContentIsRefused(String field) {
        Map<String, Object> body = body();
        String key = UUID.randomUUID().toString();
        int first = post(key, body).statusCode(201).extract().path("id");
        Map<String, Object> other = new HashMap<>(body);
        other.put(
                field,
                switch (field) {
                    case "lastDay" -> START.plusDays(6).toString();
                    case "needs" -> "De l’électricité.";
                    case "areaM2" -> 50;
                    case "useClass" -> "ASSOCIATION";
                    case "wholeSite" -> true;
                    case "organisation" -> fixtures.occupant(User.PORTEUR);
                    case "site" -> fixtures.place(new SpaceOf(1, 0, 0)).slug();
                    default -> Map.of("title", "Bouée muette");
                });
        post(key, other)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problemes/cle-deja-employee"))
                .body("status", equalTo(422))
                .body("field", equalTo("Idempotency-Key"))
                .body("detail", containsString("nouvelle clé"));
        post(key, body).statusCode(201).body("id", equalTo(first));
        assertEquals(
                1L, fixtures.one("select count(*) from booking where creation_key = cast(:key as uuid)", "key", key));
    }

    private Map<String, Object> body() {
        return Requests.body(place, occupant, START, START.plusDays(5));
    }

    private static ValidatableResponse post(String key, Map<String, Object> body) {
        return Requests.post("porteur", key, body);
    }
}
