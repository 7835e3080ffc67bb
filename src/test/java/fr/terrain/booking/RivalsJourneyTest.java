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
import fr.terrain.http.French;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Two rivals in the browser, by keyboard: one is agreed to, the other waits, is offered another slot and takes it. */
@QuarkusTest
class RivalsJourneyTest {
    private static final LocalDate START = TestClock.today().plusDays(100);

    @Inject
    Fixtures fixtures;

    private String won;
    private String waits;

    @Test
    void oneIsAgreedToAndTheOtherIsOfferedAnotherSlot() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        won = inReview("porteur", place, fixtures.occupant(User.PORTEUR), START);
        waits = inReview("porteuse", place, fixtures.occupant(User.PORTEUSE), START.plusDays(2));
        agree();
        propose();
        accept();
        assertEquals("IN_REVIEW", status(waits));
        try (Journey officer = Journey.as("instructeur", "/instruction/" + waits)) {
            officer.mustBeClean();
            assertFalse(officer.text().contains("Liste d’attente"), officer.text());
            assertTrue(officer.text().contains("Dates gardées"), officer.text());
            decide(officer, offered());
        }
        assertEquals("APPROVED", status(won));
        assertEquals("APPROVED", status(waits));
    }

    private void agree() {
        try (Journey officer = Journey.as("instructeur", "/instruction/" + won)) {
            officer.mustBeClean();
            assertTrue(officer.text().contains("Une autre demande vise ces espaces"), officer.text());
            officer.tick(waits);
            decide(officer, French.period(START, START.plusDays(5)));
        }
    }

    private static void decide(Journey officer, String period) {
        officer.choose("Est‑ce une exploitation économique", "Non").choose("Mode d’attribution", "Publicité");
        officer.type("Motif de ce choix", "Avis publié du 1er au 15 février, critères annoncés.");
        officer.press("Accorder " + period).mustBeClean();
    }

    private void propose() {
        try (Journey officer = Journey.as("instructeur", "/instruction/" + waits)) {
            officer.mustBeClean();
            assertTrue(officer.text().contains("1re sur 1"), officer.text());
            officer.unfold("Proposer d’autres dates");
            assertTrue(officer.text().contains(offered()), officer.text());
            officer.picture(Path.of("target/rivals-offer.png"));
            officer.press("Proposer ces dates").mustBeClean();
            assertTrue(officer.text().contains("Créneau proposé"), officer.text());
        }
    }

    private void accept() {
        try (Journey owner = Journey.as("porteuse", "/mes-demandes/" + waits)) {
            owner.mustBeClean();
            assertTrue(owner.text().contains("Un créneau vous est proposé"), owner.text());
            assertTrue(
                    owner.text().contains("Vous avez à faire Accepter ou décliner le créneau proposé"), owner.text());
            owner.picture(Path.of("target/rivals-offered.png"));
            owner.press("Accepter " + offered()).mustBeClean();
            assertTrue(owner.text().contains("Créneau proposé accepté"), owner.text());
        }
    }

    /** The nearest days as long that are free: from the day after those that were agreed to. */
    private static String offered() {
        return French.period(START.plusDays(6), START.plusDays(11)).replace('\u00a0', ' ');
    }

    private String inReview(String user, Place place, long organisation, LocalDate first) {
        int booking = Requests.create(user, Requests.body(place, organisation, first, first.plusDays(5)));
        as(user).post("/api/bookings/" + booking + "/submission").then().statusCode(200);
        as("instructeur").post("/api/bookings/" + booking + "/review").then().statusCode(200);
        return (String) fixtures.one("select reference from booking where id = :id", "id", booking);
    }

    private String status(String reference) {
        return (String) fixtures.one("select status from booking where reference = :reference", "reference", reference);
    }
}
