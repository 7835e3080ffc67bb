package fr.terrain.booking;

import static fr.terrain.Tokens.as;

import fr.terrain.Fixtures.Place;
import fr.terrain.TestClock;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Requests that came on paper, as an officer writes them down over the API. */
final class Entries {
    /** The day on which they came. */
    static final LocalDate RECEIVED = TestClock.today().minusDays(20);

    private Entries() {}

    /** One of an organisation that nobody has opened yet. */
    static Map<String, Object> unknown(Place place) {
        Map<String, Object> body = new HashMap<>();
        body.put("site", place.slug());
        body.put("channel", "PAPER");
        body.put("receivedOn", RECEIVED.toString());
        body.put(
                "opened",
                Map.of(
                        "name",
                        "Atelier sur papier",
                        "kind",
                        "ASSOCIATION",
                        "address",
                        "2 rue de l’Essai, 13002 Marseille"));
        body.put("contact", "contact@example.org");
        body.put("title", "Essai sur papier");
        return body;
    }

    /** Writes it down for a user, whatever comes of it. */
    static ValidatableResponse enter(String user, Map<String, Object> body) {
        return keyed(user, UUID.randomUUID().toString(), body);
    }

    /** The same under this key. */
    static ValidatableResponse keyed(String user, String key, Map<String, Object> body) {
        return as(user).contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/entered-bookings")
                .then();
    }
}
