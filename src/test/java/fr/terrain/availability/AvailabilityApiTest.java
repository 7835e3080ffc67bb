package fr.terrain.availability;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AvailabilityApiTest {
    @Inject
    Fixtures fixtures;

    @Inject
    Occupation occupation;

    @Test
    void showsWhatIsTakenWithItsBuffersAndNeverByWhom() {
        Place place = booked("2027-05-10T00:00", "2027-05-12T00:00");
        given().get("/api/sites/{slug}/availability?from=2027-05-08&to=2027-05-14", place.slug())
                .then()
                .statusCode(200)
                .body("timeZone", equalTo("Europe/Paris"))
                .body("spaces[0].periods.state", contains("FREE", "TAKEN", "FREE"))
                .body("spaces[0].periods[1].from", equalTo("2027-05-09T00:00:00+02:00"))
                .body("spaces[0].periods[1].to", equalTo("2027-05-14T00:00:00+02:00"))
                .body("toString()", not(containsString("Organisme")));
    }

    @Test
    void whatIsBeforeTodayIsPast() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        LocalDate today = TestClock.today();
        String days = "?from=" + today.minusDays(3) + "&to=" + today;
        given().get("/api/sites/{slug}/availability" + days, place.slug())
                .then()
                .statusCode(200)
                .body("spaces[0].periods.state", contains("PAST", "FREE"))
                .body("spaces[0].periods[0].to", equalTo(today + "T00:00:00+01:00"));
    }

    @Test
    void theFeedIsReadBackWithItsTimeZone() throws Exception {
        LocalDate day = TestClock.today().plusDays(40);
        Place place = booked(day + "T00:00", day.plusDays(1) + "T00:00");
        String feed = given().get("/api/sites/{slug}/calendar.ics", place.slug())
                .then()
                .statusCode(200)
                .contentType("text/calendar")
                .extract()
                .asString();
        Calendar calendar = new CalendarBuilder().build(new StringReader(feed));
        assertEquals(1, calendar.getComponents(Component.VEVENT).size());
        assertEquals(1, calendar.getComponents(Component.VTIMEZONE).size());
        assertTrue(feed.contains("DTSTART;TZID=Europe/Paris:"), feed);
        assertTrue(feed.replace("\r\n ", "").contains("Données de démonstration"), feed);
    }

    @Test
    void aFeedWithoutEventsSaysWhatItIsToo() throws Exception {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        String feed =
                given().get("/api/sites/{slug}/calendar.ics", place.slug()).asString();
        Calendar calendar = new CalendarBuilder().build(new StringReader(feed));
        assertEquals(0, calendar.getComponents(Component.VEVENT).size());
        for (String property : List.of("DESCRIPTION", "X-WR-CALDESC"))
            assertTrue(
                    calendar.getProperty(property)
                            .orElseThrow()
                            .getValue()
                            .contains("les propriétaires n’ont pas donné d’accord"),
                    feed);
        assertEquals(
                "Terrain de test", calendar.getProperty("NAME").orElseThrow().getValue());
    }

    @Test
    void absurdPeriodsAreNamed() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        for (String query : List.of(
                "from=hier", "from=2027-05-03&to=2027-05-01", "from=2027-01-01&to=2029-01-01", "from=0001-01-01"))
            given().get("/api/sites/{slug}/availability?" + query, place.slug())
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        given().get("/api/sites/inconnu/availability").then().statusCode(404);
        given().get("/api/sites/inconnu/calendar.ics").then().statusCode(404);
    }

    private Place booked(String starts, String ends) {
        Place place = fixtures.place(new SpaceOf(1, 1, 2));
        long occupant = fixtures.occupant(User.PORTEUR);
        LocalSlot slot = new LocalSlot(LocalDateTime.parse(starts), LocalDateTime.parse(ends));
        long booking = fixtures.inReview(place, occupant, place.spaces(), false, slot.starts(), slot.ends());
        QuarkusTransaction.requiringNew()
                .run(() -> occupation.take(
                        booking,
                        List.of(new Claim(place.spaces().getFirst(), false, List.of(slot.withBuffers(1, 2))))));
        return place;
    }
}
