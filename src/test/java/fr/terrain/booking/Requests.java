package fr.terrain.booking;

import static fr.terrain.Tokens.as;

import fr.terrain.Fixtures.Place;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Requests as a client of the API writes them: complete, and plainly invented. */
public final class Requests {
    /** An agreement that holds on the public domain. */
    public static final String AGREED = """
            {"economicNature": "NO", "awardRoute": "PUBLICITY", "awardReason": "Avis publié du 1er au 15 février 2027."}
            """;

    /** A refusal with both its reasons. */
    public static final String REFUSED = """
            {"law": "Article L. 2122-1 du CG3P : l’usage doit rester compatible.", "fact": "Le quai est en travaux à ces dates."}
            """;

    private Requests() {}

    /** Writes this request down for a user over HTTP, and gives its number. */
    public static int create(String user, Map<String, Object> body) {
        return post(user, UUID.randomUUID().toString(), body)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Sends this request for a user under a key, whatever comes of it. */
    public static ValidatableResponse post(String user, String key, Map<String, Object> body) {
        return as(user).contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/bookings")
                .then();
    }

    /** Writes a request anew for a user, over the version that stands, whatever comes of it. */
    public static ValidatableResponse edit(String user, int id, Map<String, Object> body) {
        return as(user).contentType("application/json")
                .header("If-Match", as(user).get("/api/bookings/{id}", id).header("ETag"))
                .body(body)
                .put("/api/bookings/{id}", id)
                .then();
    }

    /** A complete request for every space of a place. */
    public static Map<String, Object> body(Place place, long organisation, LocalDate first, LocalDate last) {
        Map<String, Object> body = new HashMap<>();
        body.put("site", place.slug());
        body.put("organisation", organisation);
        body.put(
                "project",
                new HashMap<>(Map.of(
                        "title", "Bouée connectée",
                        "purpose", "Mesurer la houle dans la darse pendant trois semaines.",
                        "protocol", "Une bouée ancrée, un relevé par minute, un passage par semaine.",
                        "people", 3)));
        body.put("spaces", place.spaces());
        body.put("firstDay", first.toString());
        body.put("lastDay", last.toString());
        return body;
    }
}
