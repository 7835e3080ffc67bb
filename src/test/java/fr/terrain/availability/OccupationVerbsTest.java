package fr.terrain.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.ParisClock;
import fr.terrain.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a booking has, holds and gives back, verb by verb, in days of May 2027. */
@QuarkusTest
class OccupationVerbsTest {
    private static final Instant SOON = TestClock.now().plus(Duration.ofDays(3));

    @Inject
    Occupation occupation;

    @Inject
    Holdings holdings;

    @Inject
    Fixtures fixtures;

    private long occupant;
    private Place place;

    @BeforeEach
    void place() {
        occupant = fixtures.occupant(User.PORTEUR);
        place = fixtures.place(new SpaceOf(1, 0, 0));
    }

    @Test
    void anOptionKeepsOthersOutUntilItLapses() {
        long holder = booking(false);
        long rival = booking(false);
        run(() -> occupation.hold(holder, days(3, 6), SOON, HoldReason.OPTION));
        assertTaken(() -> occupation.take(rival, days(5, 8)));
        assertEquals(
                Booked.Kind.HOLD,
                occupation.listCollisions(rival, days(5, 8)).getFirst().kind());
        TestClock.travel(SOON);
        assertEquals(List.of(), occupation.listCollisions(rival, days(5, 8)));
        run(() -> occupation.take(rival, days(5, 8)));
        assertEquals("", holdings.of(holder));
        assertEquals("BOOKING [1,2) 5-8", holdings.of(rival));
    }

    @Test
    void whoHoldsIsNotInTheirOwnWay() {
        long holder = booking(false);
        run(() -> occupation.hold(holder, days(3, 6), SOON, HoldReason.OFFER));
        assertEquals(List.of(), occupation.listCollisions(holder, days(3, 6)));
        assertFalse(occupation.listCollisions(null, days(3, 6)).isEmpty());
        run(() -> occupation.take(holder, days(3, 6)));
        assertEquals("BOOKING [1,2) 3-6", holdings.of(holder));
    }

    @Test
    void aNewHoldTakesThePlaceOfTheFormer() {
        long holder = booking(false);
        run(() -> occupation.hold(holder, days(3, 6), SOON, HoldReason.OPTION));
        run(() -> occupation.hold(holder, days(5, 9), SOON, HoldReason.OFFER));
        assertEquals("HOLD OFFER [1,2) 5-9", holdings.of(holder));
        run(() -> occupation.releaseHolds(holder, HoldReason.OPTION));
        assertEquals("HOLD OFFER [1,2) 5-9", holdings.of(holder));
        run(() -> occupation.releaseHolds(holder, HoldReason.OFFER));
        assertEquals("", holdings.of(holder));
    }

    @Test
    void aHoldIsProlongedWhileItLasts() {
        long holder = booking(false);
        assertRefused(AvailabilityRefusal.Reason.HOLD_OVER, () -> occupation.prolong(holder, HoldReason.OPTION, SOON));
        run(() -> occupation.hold(holder, days(3, 6), SOON, HoldReason.OPTION));
        Instant later = SOON.plus(Duration.ofDays(2));
        assertRefused(AvailabilityRefusal.Reason.HOLD_OVER, () -> occupation.prolong(holder, HoldReason.OPTION, SOON));
        assertRefused(AvailabilityRefusal.Reason.HOLD_OVER, () -> occupation.prolong(holder, HoldReason.OFFER, later));
        run(() -> occupation.prolong(holder, HoldReason.OPTION, later));
        TestClock.travel(SOON);
        assertTaken(() -> occupation.take(booking(false), days(3, 4)));
        TestClock.travel(later);
        assertRefused(
                AvailabilityRefusal.Reason.HOLD_OVER,
                () -> occupation.prolong(holder, HoldReason.OPTION, later.plus(Duration.ofDays(9))));
    }

    @Test
    void nothingIsHeldUntilAnInstantThatHasPassed() {
        assertRefused(
                AvailabilityRefusal.Reason.HOLD_OVER,
                () -> occupation.hold(booking(false), days(3, 6), TestClock.now(), HoldReason.OPTION));
    }

    @Test
    void anAmendmentHoldsWhatIsNewAndThenTakesItsPlace() {
        long amended = booking(false);
        run(() -> occupation.take(amended, days(3, 6)));
        run(() -> occupation.hold(amended, days(5, 9), SOON, HoldReason.AMENDMENT));
        assertEquals("BOOKING [1,2) 3-6, HOLD AMENDMENT [1,2) 6-9", holdings.of(amended));
        assertTaken(() -> occupation.take(booking(false), days(4, 5)));
        run(() -> occupation.take(amended, days(5, 9)));
        assertEquals("BOOKING [1,2) 5-9", holdings.of(amended));
    }

    @Test
    void anAmendmentToAllTheLanesHoldsThoseAroundItsOwn() {
        place = fixtures.place(new SpaceOf(3, 0, 0));
        long other = booking(false);
        long amended = booking(false);
        run(() -> occupation.take(other, days(1, 9)));
        run(() -> occupation.take(amended, days(3, 6)));
        assertTaken(() -> occupation.hold(amended, all(3, 7), SOON, HoldReason.AMENDMENT));
        run(() -> occupation.release(other));
        run(() -> occupation.hold(amended, all(3, 7), SOON, HoldReason.AMENDMENT));
        assertEquals(
                "BOOKING [2,3) 3-6, HOLD AMENDMENT [1,2) 3-6, HOLD AMENDMENT [3,) 3-6, HOLD AMENDMENT [1,) 6-7",
                holdings.of(amended));
        run(() -> occupation.take(amended, all(3, 7)));
        assertEquals("BOOKING [1,) 3-7", holdings.of(amended));
    }

    @Test
    void anEarlyEndKeepsTheTearDownAndNothingAfter() {
        place = fixtures.place(new SpaceOf(1, 0, 2));
        long ended = booking(false);
        run(() -> occupation.take(ended, List.of(claim(false, 3, 10), claim(false, 14, 20))));
        run(() -> occupation.hold(ended, days(24, 26), SOON, HoldReason.AMENDMENT));
        run(() -> occupation.shorten(ended, day(5)));
        assertEquals("BOOKING [1,2) 3-7", holdings.of(ended));
        run(() -> occupation.shorten(ended, day(12)));
        assertEquals("BOOKING [1,2) 3-7", holdings.of(ended), "nothing gets longer");
        run(() -> occupation.shorten(ended, day(1)));
        assertEquals("", holdings.of(ended), "a row that would be empty goes");
    }

    @Test
    void anEarlyEndInTheHourThatComesTwiceIsThatInstant() {
        long ended = booking(false);
        Instant first = Instant.parse("2027-10-31T00:30:00Z");
        run(() -> occupation.take(
                ended,
                List.of(new Claim(
                        space(),
                        false,
                        List.of(new Period(first.minus(Duration.ofDays(1)), first.plus(Duration.ofDays(1))))))));
        run(() -> occupation.shorten(ended, first));
        assertEquals(
                first,
                fixtures.one("select upper(during) from occupation where booking_id = :booking", "booking", ended));
    }

    @Test
    void theSweepTakesOnlyWhatLapsed() {
        long lapsed = booking(false);
        long alive = booking(false);
        run(() -> occupation.hold(lapsed, days(3, 6), SOON, HoldReason.OPTION));
        run(() -> occupation.hold(alive, days(6, 9), SOON.plusSeconds(1000), HoldReason.OPTION));
        TestClock.travel(SOON);
        run(() -> assertTrue(occupation.sweepLapsed() >= 1));
        assertEquals("", holdings.of(lapsed));
        assertEquals("HOLD OPTION [1,2) 6-9", holdings.of(alive));
    }

    @Test
    void aWholeSiteGetsTheSpacesAddedSinceItWasAsked() {
        long whole = booking(true);
        holdings.space(place, 3, 0);
        long late = holdings.space(place, 2, 0);
        run(() -> occupation.take(whole, all(3, 6)));
        assertEquals("BOOKING [1,) 3-6, BOOKING [1,) 3-6, BOOKING [1,) 3-6", holdings.of(whole));
        List<Claim> there = List.of(new Claim(late, false, List.of(new Period(day(5), day(7)))));
        assertTaken(() -> occupation.take(booking(false), there));
        run(() -> occupation.release(whole));
        run(() -> occupation.take(booking(false), there));
        assertEquals(
                late, occupation.listCollisions(whole, all(3, 6)).getFirst().spaceId());
    }

    private long booking(boolean whole) {
        LocalDateTime start = LocalDateTime.parse("2027-05-03T08:00");
        return fixtures.inReview(place, occupant, List.of(space()), whole, start, start.plusHours(10));
    }

    private long space() {
        return place.spaces().getFirst();
    }

    private List<Claim> days(int from, int to) {
        return List.of(claim(false, from, to));
    }

    private List<Claim> all(int from, int to) {
        return List.of(claim(true, from, to));
    }

    private Claim claim(boolean exclusive, int from, int to) {
        return new Claim(space(), exclusive, List.of(new Period(day(from), day(to))));
    }

    /** Midnight, at the beginning of this day of May 2027. */
    private static Instant day(int day) {
        return ParisClock.at(LocalDateTime.of(2027, 5, day, 0, 0)).toInstant();
    }

    private static void run(Runnable verb) {
        QuarkusTransaction.requiringNew().run(verb);
    }

    private static void assertTaken(Runnable verb) {
        PersistenceException refused = assertThrows(PersistenceException.class, () -> run(verb));
        assertEquals("23P01", Holdings.sqlState(refused));
    }

    private static void assertRefused(AvailabilityRefusal.Reason reason, Runnable verb) {
        assertEquals(
                reason, assertThrows(AvailabilityRefusal.class, () -> run(verb)).reason());
    }
}
