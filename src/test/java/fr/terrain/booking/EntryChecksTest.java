package fr.terrain.booking;

import static fr.terrain.booking.Entries.enter;
import static fr.terrain.booking.Entries.keyed;
import static fr.terrain.booking.Entries.unknown;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an officer enters for somebody is checked like any request: whose site, which day, nothing missing, and once under a key. */
@QuarkusTest
class EntryChecksTest {
    @Inject
    Fixtures fixtures;

    private Place place;

    @BeforeEach
    void aSite() {
        place = fixtures.place(new SpaceOf(1, 0, 0));
    }

    @Test
    void onlyForSitesThatAreTheOfficers() {
        enter("porteur", unknown(place)).statusCode(403);
        long other = ((Number) fixtures.one("select id from organisation where operator")).longValue();
        assertEquals(
                0L,
                fixtures.one(
                        "select count(*) from member where organisation_id = :id and account_id = :account",
                        "id",
                        other,
                        "account",
                        fixtures.account(User.PARTENAIRE)));
        enter("partenaire", unknown(place)).statusCode(403);
        fixtures.run(
                "delete from member where organisation_id = :id and account_id = :account",
                "id",
                place.grantor(),
                "account",
                fixtures.account(User.INSTRUCTEUR));
        enter("instructeur", unknown(place)).statusCode(201);
    }

    @Test
    void theDayIsOneOnWhichItCanHaveCome() {
        for (String day : new String[] {
            TestClock.today().plusDays(1).toString(),
            TestClock.today().minusDays(61).toString()
        }) {
            Map<String, Object> body = unknown(place);
            body.put("receivedOn", day);
            enter("instructeur", body).statusCode(400).body("field", equalTo("receivedOn"));
        }
        for (LocalDate day :
                new LocalDate[] {TestClock.today(), TestClock.today().minusDays(60)}) {
            Map<String, Object> body = unknown(place);
            body.put("receivedOn", day.toString());
            enter("instructeur", body).statusCode(201);
        }
        Map<String, Object> online = unknown(place);
        online.put("channel", "ONLINE");
        enter("instructeur", online).statusCode(400).body("field", equalTo("channel"));
    }

    @Test
    void saysEverythingThatIsMissing() {
        enter("instructeur", new HashMap<>())
                .statusCode(400)
                .body("fields.field", hasItem("site"))
                .body("fields.field", hasItem("organisation"))
                .body("fields.field", hasItem("title"));
        Map<String, Object> body = unknown(place);
        body.remove("contact");
        enter("instructeur", body).statusCode(400).body("fields.field", hasItem("contact"));
    }

    @Test
    void theSameKeyIsTheSameDraft() {
        String key = UUID.randomUUID().toString();
        String first = keyed("instructeur", key, unknown(place))
                .statusCode(201)
                .extract()
                .asString();
        long before = rows();
        String again = keyed("instructeur", key, unknown(place))
                .statusCode(201)
                .extract()
                .asString();
        assertEquals(first, again);
        assertEquals(before, rows());
        assertEquals(1L, entered(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "channel", "receivedOn", "contact", "site", "opened", "organisation"})
    void theSameKeyWithAnotherContentIsRefused(String field) {
        String key = UUID.randomUUID().toString();
        int first = keyed("instructeur", key, unknown(place))
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> other = unknown(place);
        switch (field) {
            case "title" -> other.put(field, "Un autre essai sur papier");
            case "channel" -> other.put(field, "TELEPHONE");
            case "receivedOn" -> other.put(field, Entries.RECEIVED.plusDays(1).toString());
            case "contact" -> other.put(field, "autre@example.org");
            case "site" -> other.put(field, fixtures.place(new SpaceOf(1, 0, 0)).slug());
            case "opened" ->
                other.put(
                        field,
                        Map.of(
                                "name",
                                "Un autre atelier",
                                "kind",
                                "ASSOCIATION",
                                "address",
                                "2 rue de l’Essai, 13002 Marseille"));
            default -> {
                other.remove("opened");
                other.put(field, fixtures.occupant(User.PORTEUR));
            }
        }
        long before = rows();
        keyed("instructeur", key, other)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problemes/cle-deja-employee"))
                .body("field", equalTo("Idempotency-Key"));
        assertEquals(before, rows());
        assertEquals(1L, entered(key));
        keyed("instructeur", key, unknown(place)).statusCode(201).body("id", equalTo(first));
    }

    private Object entered(String key) {
        return fixtures.one("select count(*) from booking where creation_key = cast(:key as uuid)", "key", key);
    }

    /** All that an entry writes: requests, organisations, invitations. */
    private long rows() {
        return ((Number)
                        fixtures.one(
                                "select (select count(*) from booking) + (select count(*) from organisation) + (select count(*) from invitation)"))
                .longValue();
    }
}
