package fr.terrain.booking;

import static fr.terrain.booking.Examined.START;
import static fr.terrain.booking.Examined.post;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.availability.Claim;
import fr.terrain.availability.LocalSlot;
import fr.terrain.availability.Occupation;
import fr.terrain.availability.Occurrence;
import fr.terrain.booking.Examined.Request;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept for a request does not stand in its own way: not on the page of its answer, not in its quote, not when it answers or is offered slots. */
@QuarkusTest
class OwnHoldTest {
    private static final Map<String, Object> NIGHTS = Map.of("hours", Map.of("startTime", "22:00", "endTime", "04:30"));

    @TestHTTPResource("/")
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Examined examined;

    @Inject
    BookingRepository bookings;

    @Inject
    Readiness readiness;

    @Inject
    Occupation occupation;

    private Request request;

    /** A request for nights, kept for it by an option, whose dates are asked again. */
    @BeforeEach
    void kept() {
        request = examined.next();
        examined.ask(request, false, "DATES");
        post("porteur", request, "resubmission", NIGHTS).statusCode(200);
        post(
                        "instructeur",
                        request,
                        "option",
                        Map.of("until", TestClock.today().plusDays(30).toString()))
                .statusCode(200);
    }

    @Test
    void thePageOfTheAnswerSaysThatItsOwnNightsAreFree() {
        examined.ask(request, false, "DATES");
        String shown = page();
        assertFalse(shown.contains("pris (Espace 1)"), shown);
        assertTrue(shown.contains("Créneaux libres (6)"), shown);
    }

    @Test
    void whatSomebodyElseHasIsStillTold() {
        post("instructeur", request, "option-release", "").statusCode(200);
        take(START.plusDays(2));
        post(
                        "instructeur",
                        request,
                        "option",
                        Map.of("until", TestClock.today().plusDays(30).toString()))
                .statusCode(409);
        examined.ask(request, false, "DATES");
        assertTrue(page().contains("pris (Espace 1)"));
    }

    @Test
    void theQuoteOfTheRequestDoesNotCountItself() {
        Readiness.State state = QuarkusTransaction.requiringNew().call(() -> {
            Booking booking = bookings.findById((long) request.id());
            return readiness.of(booking);
        });
        assertEquals(List.of(), state.collisions());
        assertEquals(
                List.of(),
                state.quote().occurrences().stream()
                        .filter(Occurrence::isRefused)
                        .toList());
    }

    @Test
    void itAnswersWithNightsThatMeetThoseKeptForIt() {
        examined.ask(request, false, "DATES");
        post(
                        "porteur",
                        request,
                        "resubmission",
                        Map.of(
                                "hours",
                                Map.of("startTime", "23:00", "endTime", "05:00"),
                                "firstDay",
                                START.plusDays(1).toString()))
                .statusCode(200)
                .body("slots", hasSize(5));
        assertEquals(
                START + " 23:00",
                fixtures.one(
                        "select to_char(min(lower(during)) at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') from occupation where booking_id = :id and kind = 'HOLD'",
                        "id",
                        (long) request.id()));
    }

    @Test
    void itIsOfferedNightsThatMeetThoseKeptForIt() {
        post(
                        "instructeur",
                        request,
                        "offer",
                        Map.of(
                                "firstDay",
                                START.plusDays(1).toString(),
                                "lastDay",
                                START.plusDays(6).toString(),
                                "answerBy",
                                TestClock.today().plusDays(20).toString()))
                .statusCode(200);
    }

    private String page() {
        return new Session(root)
                .signIn("porteur")
                .get("/mes-demandes/" + request.reference() + "/complements")
                .body();
    }

    /** Somebody else has this day of the first space. */
    private void take(LocalDate day) {
        long space = request.place().spaces().getFirst();
        LocalSlot whole = new LocalSlot(day.atStartOfDay(), day.plusDays(1).atStartOfDay());
        long rival = fixtures.inReview(
                request.place(), request.occupant(), List.of(space), false, whole.starts(), whole.ends());
        QuarkusTransaction.requiringNew()
                .run(() -> occupation.take(rival, List.of(new Claim(space, false, List.of(whole.withBuffers(0, 0))))));
    }
}
