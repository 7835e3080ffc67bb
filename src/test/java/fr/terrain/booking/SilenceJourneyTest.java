package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Journey;
import fr.terrain.TestClock;
import fr.terrain.deadline.DeadlineJob;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Two months of silence refuse in the browser of both sides; an express decision still comes after it. */
@QuarkusTest
class SilenceJourneyTest {
    private static final Duration TWO_MONTHS_AND_MORE = Duration.ofDays(63);

    @Inject
    Fixtures fixtures;

    @Inject
    DeadlineJob job;

    @Test
    void anExpressDecisionFollowsTheSilentRefusal() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        LocalDate start = TestClock.today().plusDays(200);
        int booking = Requests.create(
                "porteur", Requests.body(place, fixtures.occupant(User.PORTEUR), start, start.plusDays(5)));
        as("porteur").post("/api/bookings/" + booking + "/submission").then().statusCode(200);
        as("instructeur").post("/api/bookings/" + booking + "/review").then().statusCode(200);
        String reference = (String) fixtures.one("select reference from booking where id = :id", "id", booking);
        TestClock.travel(TWO_MONTHS_AND_MORE);
        job.run();
        assertEquals("IN_REVIEW", status(booking));
        try (Journey owner = Journey.as("porteur", "/mes-demandes/" + reference)) {
            owner.mustBeClean();
            assertTrue(owner.text().contains("Refus implicite"), owner.text());
            assertTrue(owner.text().contains("motifs"), owner.text());
        }
        try (Journey officer = Journey.as("instructeur", "/instruction/" + reference)) {
            officer.mustBeClean();
            assertTrue(officer.text().contains("une décision expresse reste possible"), officer.text());
            officer.choose("Est‑ce une exploitation économique", "Non").choose("Mode d’attribution", "Publicité");
            officer.type("Motif de ce choix", "Avis publié du 1er au 15 février, aucune autre demande.");
            officer.press("Accorder du").mustBeClean();
        }
        assertEquals("APPROVED", status(booking));
        try (Journey owner = Journey.as("porteur", "/mes-demandes/" + reference)) {
            owner.mustBeClean();
            assertTrue(owner.text().contains("Accord de principe"), owner.text());
        }
    }

    private Object status(int booking) {
        return fixtures.one("select status from booking where id = :id", "id", booking);
    }
}
