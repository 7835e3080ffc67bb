package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Journey;
import fr.terrain.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An officer of a partner works on the requests for its own places in the browser, and meets no other: not in the queue, nor by address. */
@QuarkusTest
class PartnerJourneyTest {
    @Inject
    Fixtures fixtures;

    @Test
    void onlyItsOwnRequestsAreThere() {
        String word = "repère" + UUID.randomUUID().toString().substring(0, 8);
        Place own = named(word, fixtures.place(new SpaceOf(1, 0, 0)));
        fixtures.run("delete from member where organisation_id = :grantor", "grantor", own.grantor());
        fixtures.member(own.grantor(), User.PARTENAIRE, "instruct", "decide");
        Place other = named(word, fixtures.place(new SpaceOf(1, 0, 0)));
        String mine = submitted(own);
        String theirs = submitted(other);
        try (Journey partner = Journey.as("partenaire", "/instruction?q=" + word)) {
            partner.mustBeClean();
            assertTrue(partner.text().contains(mine), partner.text());
            assertFalse(partner.text().contains(theirs), partner.text());
            partner.open("/instruction/" + theirs);
            assertEquals(404, partner.status());
            partner.open("/mes-demandes/" + theirs);
            assertEquals(404, partner.status());
            partner.open("/instruction/" + mine).mustBeClean();
            partner.press("Prendre en charge").mustBeClean();
        }
        assertEquals("IN_REVIEW", status(mine));
        assertEquals("SUBMITTED", status(theirs));
        try (Journey officer = Journey.as("instructeur", "/instruction?q=" + word)) {
            officer.mustBeClean();
            assertTrue(officer.text().contains(theirs), officer.text());
            assertFalse(officer.text().contains(mine), officer.text());
            officer.open("/instruction/" + mine);
            assertEquals(404, officer.status());
        }
    }

    private Place named(String word, Place place) {
        fixtures.run("update site set name = :name where id = :site", "name", "Halle " + word, "site", place.site());
        return place;
    }

    private String submitted(Place place) {
        LocalDate start = TestClock.today().plusDays(70);
        int booking = Requests.create(
                "porteur", Requests.body(place, fixtures.occupant(User.PORTEUR), start, start.plusDays(3)));
        as("porteur").post("/api/bookings/" + booking + "/submission").then().statusCode(200);
        return (String) fixtures.one("select reference from booking where id = :id", "id", booking);
    }

    private Object status(String reference) {
        return fixtures.one("select status from booking where reference = :reference", "reference", reference);
    }
}
