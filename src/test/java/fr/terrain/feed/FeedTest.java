package fr.terrain.feed;

import static fr.terrain.feed.Calendars.address;
import static fr.terrain.feed.Calendars.day;
import static fr.terrain.feed.Calendars.instant;
import static fr.terrain.feed.Calendars.named;
import static fr.terrain.feed.Calendars.of;
import static fr.terrain.feed.Calendars.only;
import static fr.terrain.feed.Calendars.read;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.ParisClock;
import fr.terrain.Session;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars at their secret addresses, read back by another library than the one that writes them. */
@QuarkusTest
class FeedTest extends WithCalendars {
    @ParameterizedTest
    @CsvSource({
        "2027-05-03T09:00, 2027-05-03T17:30",
        "2027-03-27T22:00, 2027-03-28T04:30",
        "2027-10-30T22:00, 2027-10-31T04:30",
        "2027-10-31T02:15, 2027-10-31T02:45",
        "2027-10-31T01:30, 2027-10-31T02:30",
        "2027-03-01T00:00, 2027-04-12T00:00",
        "2026-12-31T22:00, 2027-01-01T04:30"
    })
    void theTimesAreThoseOfTheSlots(LocalDateTime starts, LocalDateTime ends) {
        long booking = fixtures.inReview(place, occupant, place.spaces(), false, starts, ends);
        VEvent event = only(read(ofOrganisation()), booking);
        assertEquals(ParisClock.at(starts).toInstant(), instant(event.getDateStart()));
        assertEquals(ParisClock.at(ends).toInstant(), instant(event.getDateEnd()));
    }

    @Test
    void saysWhatWhereAndWhereMoreIsTold() {
        long booking = fixtures.inReview(place, occupant, place.spaces(), false, START, START.plusHours(8));
        String reference = reference(booking);
        ICalendar calendar = read(ofOrganisation());
        assertEquals(1, calendar.getTimezoneInfo().getTimezones().size());
        assertTrue(
                calendar.validate(biweekly.ICalVersion.V2_0).isEmpty(),
                () -> calendar.validate(biweekly.ICalVersion.V2_0).toString());
        VEvent event = only(calendar, booking);
        assertEquals("Projet de test, Terrain de test", event.getSummary().getValue());
        assertEquals(
                "Terrain de test, Espace 1, Espace 2, Marseille",
                event.getLocation().getValue());
        assertEquals(43.28, event.getGeo().getLatitude());
        assertEquals(5.3083, event.getGeo().getLongitude());
        assertEquals(
                "https://terrain.example.org/mes-demandes/" + reference,
                event.getUrl().getValue());
        assertTrue(event.getDescription().getValue().startsWith(reference + ", En instruction.\n"));
        assertTrue(event.getStatus().isTentative());
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, TENTATIVE",
        "IN_REVIEW, TENTATIVE",
        "APPROVED, CONFIRMED",
        "RUNNING, CONFIRMED",
        "CLOSED, CONFIRMED",
        "REFUSED, CANCELLED",
        "WITHDRAWN, CANCELLED",
        "EXPIRED, CANCELLED",
        "TERMINATED, CANCELLED"
    })
    void saysHowSureItIs(String status, String expected) {
        long booking = fixtures.inReview(place, occupant, place.spaces(), false, START, START.plusHours(8));
        fixtures.run("update booking set status = :status where id = :id", "status", status, "id", booking);
        VEvent event = only(read(ofOrganisation()), booking);
        assertEquals(expected, event.getStatus().getValue());
        assertEquals(expected.equals("CANCELLED"), event.getSummary().getValue().startsWith("Annulé"));
    }

    @Test
    void aConventionThatWasEndedHoldsUntilItsLastDay() {
        long booking = fixtures.inReview(
                place,
                occupant,
                List.of(place.spaces().getFirst()),
                false,
                LocalDateTime.parse("2027-05-03T00:00"),
                LocalDateTime.parse("2027-05-10T00:00"));
        fixtures.run(
                "insert into slot (booking_id, space_id, starts, ends) values (:id, :space, '2027-06-01T00:00', '2027-06-02T00:00')",
                "id",
                booking,
                "space",
                place.spaces().getFirst());
        fixtures.run("update booking set status = 'TERMINATED' where id = :id", "id", booking);
        fixtures.run("""
                insert into termination (booking_id, side, cause, last_day, reason, given_by, given_at)
                values (:id, 'OCCUPANT', 'OCCUPANT_DECISION', '2027-05-05', 'Un motif inventé.', :account, '2027-04-01T10:00:00Z')
                """, "id", booking, "account", fixtures.account(User.PORTEUR));
        List<VEvent> events = of(read(ofOrganisation()), booking);
        VEvent kept = events.stream()
                .filter(event -> event.getStatus().isConfirmed())
                .findFirst()
                .orElseThrow();
        assertEquals(Instant.parse("2027-05-05T22:00:00Z"), instant(kept.getDateEnd()));
        VEvent gone = events.stream()
                .filter(event -> event.getStatus().isCancelled())
                .findFirst()
                .orElseThrow();
        assertEquals(Instant.parse("2027-05-31T22:00:00Z"), instant(gone.getDateStart()));
    }

    @Test
    void aSlotThatMovedIsTheSameEntryInANewEdition() {
        long booking = fixtures.inReview(place, occupant, place.spaces(), false, START, START.plusHours(8));
        String address = ofOrganisation();
        VEvent before = only(read(address), booking);
        fixtures.run("delete from slot where booking_id = :id", "id", booking);
        for (Long space : place.spaces())
            fixtures.run(
                    "insert into slot (booking_id, space_id, starts, ends) values (:id, :space, :starts, :ends)",
                    "id",
                    booking,
                    "space",
                    space,
                    "starts",
                    START.plusDays(2),
                    "ends",
                    START.plusDays(2).plusHours(3));
        fixtures.run("update booking set version = version + 1, updated_at = now() where id = :id", "id", booking);
        VEvent after = only(read(address), booking);
        assertEquals(before.getUid().getValue(), after.getUid().getValue());
        assertTrue(after.getSequence().getValue() > before.getSequence().getValue());
        assertNotEquals(instant(before.getDateStart()), instant(after.getDateStart()));
    }

    @Test
    void readAgainItIsTheSameTextUntilSomethingChanges() {
        long booking = fixtures.inReview(place, occupant, place.spaces(), false, START, START.plusHours(8));
        String address = ofOrganisation();
        Response first = given().get(address);
        String tag = first.header("ETag");
        assertEquals("private, max-age=300", first.header("Cache-Control"));
        assertEquals(List.of("no-referrer"), first.headers().getValues("Referrer-Policy"));
        assertEquals(null, first.header("Set-Cookie"));
        assertTrue(first.contentType().startsWith("text/calendar"));
        given().header("If-None-Match", tag).get(address).then().statusCode(304);
        fixtures.run("update booking set version = version + 1 where id = :id", "id", booking);
        given().header("If-None-Match", tag).get(address).then().statusCode(200);
    }

    @Test
    void whatMustBeDoneIsThereForWhoDoesIt() {
        long booking = fixtures.inReview(place, occupant, place.spaces(), false, START, START.plusHours(8));
        due(booking, "ANSWER", "2026-12-20T10:00:00Z");
        due(booking, "SILENCE", "2027-01-31T23:30:00Z");
        VEvent answer = named(read(ofOrganisation()), "demande-" + booking + "-echeance-answer@terrain");
        assertTrue(answer.getSummary().getValue().contains(reference(booking)));
        assertFalse(answer.getDateStart().getValue().hasTime());
        assertEquals("2026-12-20", day(answer));
        Session officer = new Session(root).signIn("instructeur");
        ICalendar grantor = read(address(Long.toString(place.grantor()), officer));
        assertEquals("2027-02-01", day(named(grantor, "demande-" + booking + "-echeance-silence@terrain")));
        assertTrue(grantor.getEvents().stream()
                .noneMatch(event -> event.getUid().getValue().contains("answer")));
        fixtures.run(
                "update booking set officer_id = :other where id = :id",
                "other",
                fixtures.account(User.JURISTE),
                "id",
                booking);
        assertTrue(read(address(Long.toString(place.grantor()), officer)).getEvents().stream()
                .noneMatch(event -> event.getUid().getValue().contains("echeance")));
    }

    @Test
    void draftsAndWhatIsFarAwayStayOut() {
        long draft = fixtures.inReview(place, occupant, place.spaces(), false, START, START.plusHours(8));
        fixtures.run("update booking set status = 'DRAFT', submitted_at = null where id = :id", "id", draft);
        fixtures.inReview(
                place,
                occupant,
                place.spaces(),
                false,
                START.minusYears(1),
                START.minusYears(1).plusHours(1));
        fixtures.inReview(
                place,
                occupant,
                place.spaces(),
                false,
                START.plusYears(2),
                START.plusYears(2).plusHours(1));
        assertEquals(List.of(), read(ofOrganisation()).getEvents());
    }

    @Test
    void thePublicCalendarOfASpaceHasThatSpaceOnlyAndKeepsItsNames() {
        occupy(place.spaces().getFirst(), "[2027-05-03T08:00:00Z,2027-05-03T16:00:00Z)");
        occupy(place.spaces().getLast(), "[2027-05-04T08:00:00Z,2027-05-04T16:00:00Z)");
        String site = "/api/sites/" + place.slug();
        assertEquals(2, read(site + "/calendar.ics").getEvents().size());
        String space = site + "/spaces/" + place.spaces().getFirst() + "/calendar.ics";
        List<VEvent> before = read(space).getEvents();
        assertEquals(1, before.size());
        assertEquals(
                Instant.parse("2027-05-03T08:00:00Z"), instant(before.getFirst().getDateStart()));
        fixtures.run(
                "update occupation set during = '[2027-05-03T08:00:00Z,2027-05-03T12:00:00Z)' where space_id = :space",
                "space",
                place.spaces().getFirst());
        VEvent after = read(space).getEvents().getFirst();
        assertEquals(before.getFirst().getUid().getValue(), after.getUid().getValue());
        assertEquals(Instant.parse("2027-05-03T12:00:00Z"), instant(after.getDateEnd()));
        Place elsewhere = fixtures.place(new SpaceOf(1, 0, 0));
        given().get(site + "/spaces/" + elsewhere.spaces().getFirst() + "/calendar.ics")
                .then()
                .statusCode(404);
    }

    private void occupy(long space, String during) {
        long booking = fixtures.inReview(place, occupant, List.of(space), false, START, START.plusHours(8));
        fixtures.run(
                "insert into occupation (space_id, kind, booking_id, lanes, during) values (:space, 'BOOKING', :booking, '[1,2)', cast(:during as tstzrange))",
                "space",
                space,
                "booking",
                booking,
                "during",
                during);
    }

    private void due(long booking, String kind, String at) {
        fixtures.run(
                "insert into deadline (subject, subject_id, kind, due_at) values ('BOOKING', :id, :kind, :at)",
                "id",
                booking,
                "kind",
                kind,
                "at",
                Instant.parse(at));
    }
}
