package fr.terrain.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.ParisClock;
import fr.terrain.TestClock;
import fr.terrain.http.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A space changes under the rows that keep it, in days of May 2027: nobody who was promised time loses it. */
@QuarkusTest
class SpaceChangesTest {
    private static final Instant SOON = TestClock.now().plus(Duration.ofDays(3));

    @Inject
    Occupation occupation;

    @Inject
    SpaceChanges changes;

    @Inject
    Holdings holdings;

    @Inject
    Fixtures fixtures;

    private long occupant;
    private Place place;

    @BeforeEach
    void place() {
        occupant = fixtures.occupant(User.PORTEUR);
        place = fixtures.place(new SpaceOf(3, 0, 0));
    }

    @Test
    void aClosureKeepsEverybodyOutUntilItIsLifted() {
        long closure = close(3, 6);
        assertEquals("CLOSURE [1,) 3-6", holdings.ofSpace(space()));
        long booking = booking(false);
        assertEquals(
                "Régate de démonstration",
                occupation.listCollisions(booking, days(5, 8)).getFirst().cause());
        PersistenceException refused =
                assertThrows(PersistenceException.class, () -> run(() -> occupation.take(booking, days(5, 8))));
        assertEquals("23P01", Holdings.sqlState(refused));
        run(() -> changes.reopen(closure, fixtures.account(User.INSTRUCTEUR)));
        run(() -> occupation.take(booking, days(5, 8)));
        assertThrows(ProblemException.class, () -> run(() -> changes.reopen(closure, null)));
    }

    @Test
    void aClosureOverWhatWasPromisedIsRefusedWithTheList() {
        long booking = booking(false);
        long holder = booking(false);
        run(() -> occupation.take(booking, days(3, 6)));
        run(() -> occupation.hold(holder, days(6, 9), SOON, HoldReason.OPTION));
        AvailabilityRefusal no = refused(AvailabilityRefusal.Reason.CLOSURE_BARRED, () -> close(5, 7));
        assertEquals(
                List.of(Booked.Kind.BOOKING, Booked.Kind.HOLD),
                no.collisions().stream().map(Collision::kind).toList());
        TestClock.travel(SOON);
        close(6, 7);
        assertEquals("BOOKING [1,2) 3-6, CLOSURE [1,) 6-7", holdings.ofSpace(space()));
    }

    @Test
    void aClosureLastsAndSaysWhy() {
        LocalDateTime skipped = LocalDateTime.parse("2027-03-28T02:00");
        badInput("ends", new Closure(space(), skipped, skipped.plusHours(1), "Régate"));
        badInput("ends", new Closure(space(), skipped, skipped.minusHours(1), "Régate"));
        badInput("ends", new Closure(space(), skipped, skipped.plusYears(6), "Régate"));
        badInput("cause", new Closure(space(), skipped, skipped.plusHours(3), " \u00a0\u200b "));
        assertThrows(
                ProblemException.class,
                () -> run(() -> changes.close(new Closure(0, skipped, skipped.plusHours(3), "Régate"), null)));
    }

    @Test
    void raisingIsFreeAndLoweringNeedsRoom() {
        long first = booking(false);
        long second = booking(false);
        long third = booking(false);
        run(() -> occupation.take(first, days(3, 9)));
        run(() -> occupation.take(second, days(4, 6)));
        run(() -> occupation.take(third, days(5, 8)));
        AvailabilityRefusal no = refused(AvailabilityRefusal.Reason.TOO_FULL, () -> changes.resize(space(), 2));
        assertEquals(
                List.of(new Period(day(5), day(6))),
                no.collisions().stream().map(Collision::during).toList());
        assertEquals(3, capacity());
        run(() -> changes.resize(space(), 5));
        assertEquals(5, capacity());
    }

    @Test
    void rowsChangeLaneWhenThereIsRoomForThemBelow() {
        long first = booking(false);
        long second = booking(false);
        long third = booking(false);
        long fourth = booking(false);
        run(() -> occupation.take(first, days(3, 9)));
        run(() -> occupation.take(second, days(4, 9)));
        run(() -> occupation.take(third, days(5, 9)));
        run(() -> occupation.take(fourth, days(12, 15)));
        run(() -> occupation.shorten(first, day(5)));
        assertEquals("BOOKING [3,4) 5-9", holdings.of(third));
        run(() -> changes.resize(space(), 2));
        assertEquals("BOOKING [1,2) 5-9", holdings.of(third));
        assertEquals("BOOKING [2,3) 4-9", holdings.of(second));
        assertEquals("BOOKING [1,2) 12-15", holdings.of(fourth));
        run(() -> occupation.shorten(second, day(8)));
        run(() -> occupation.take(booking(false), days(8, 9)));
        assertEquals(
                "23P01",
                Holdings.sqlState(assertThrows(
                        PersistenceException.class, () -> run(() -> occupation.take(booking(false), days(8, 9))))));
    }

    @Test
    void whatHasPassedStaysInItsLaneAndBlocksNoLowering() {
        long first = booking(false);
        long second = booking(false);
        long third = booking(false);
        run(() -> occupation.take(first, days(3, 9)));
        run(() -> occupation.take(second, days(3, 9)));
        run(() -> occupation.take(third, days(3, 9)));
        run(() -> occupation.shorten(first, day(6)));
        run(() -> occupation.shorten(second, day(6)));
        TestClock.travel(day(7));
        run(() -> changes.resize(space(), 1));
        assertEquals("BOOKING [3,4) 3-7, BOOKING [1,2) 7-9", holdings.of(third));
        assertEquals("BOOKING [1,2) 3-6", holdings.of(first));
    }

    @Test
    void allTheLanesAreAllTheLanesOfASmallerSpaceToo() {
        run(() -> occupation.take(booking(true), List.of(new Claim(space(), true, List.of(period(3, 6))))));
        run(() -> changes.resize(space(), 1));
        assertEquals(1, capacity());
    }

    @Test
    void anAmendmentToAllTheLanesPutsOffTheMoves() {
        long first = booking(false);
        long amended = booking(false);
        long third = booking(false);
        run(() -> occupation.take(first, days(3, 9)));
        run(() -> occupation.take(amended, days(3, 9)));
        run(() -> occupation.take(third, days(3, 6)));
        run(() -> occupation.take(booking(false), days(12, 13)));
        run(() -> occupation.release(first));
        run(() -> occupation.hold(
                amended, List.of(new Claim(space(), true, List.of(period(6, 7)))), SOON, HoldReason.AMENDMENT));
        refused(AvailabilityRefusal.Reason.AMENDMENT_PENDING, () -> changes.resize(space(), 2));
    }

    @Test
    void aCapacityIsBetweenOneAndAHundred() {
        for (int capacity : List.of(0, -1, 101))
            assertThrows(ProblemException.class, () -> run(() -> changes.resize(space(), capacity)));
    }

    @Test
    void aNewSpaceGetsTheRowsOfWhoHasTheWholeSite() {
        long whole = booking(true);
        long holder = booking(true);
        run(() -> occupation.take(whole, List.of(new Claim(space(), true, List.of(period(3, 6), period(8, 9))))));
        run(() -> occupation.hold(
                whole, List.of(new Claim(space(), true, List.of(period(5, 7)))), SOON, HoldReason.AMENDMENT));
        run(() -> occupation.hold(
                holder, List.of(new Claim(space(), true, List.of(period(11, 12)))), SOON, HoldReason.OPTION));
        run(() -> occupation.take(booking(false), days(20, 22)));
        long added = QuarkusTransaction.requiringNew().call(() -> {
            long space = holdings.space(place, 2, 0);
            changes.join(space);
            return space;
        });
        assertEquals(
                "BOOKING [1,) 3-6, BOOKING [1,) 8-9, HOLD AMENDMENT [1,) 6-7, HOLD OPTION [1,) 11-12",
                holdings.ofSpace(added));
    }

    @Test
    void aNewSpaceWhereTwoWholeSitesWouldMeetIsRefused() {
        long beside = holdings.space(place, 1, 0);
        long first = booking(true);
        long second = booking(true);
        run(() -> occupation.take(first, both(beside, period(3, 6), period(3, 8))));
        run(() -> occupation.take(second, both(beside, period(6, 9), period(8, 9))));
        AvailabilityRefusal no =
                refused(AvailabilityRefusal.Reason.WHOLE_SITE_TAKEN, () -> changes.join(holdings.space(place, 1, 0)));
        assertEquals(
                List.of(period(6, 8)),
                no.collisions().stream().map(Collision::during).toList());
        assertEquals(2L, fixtures.one("select count(*) from space where site_id = :site", "site", place.site()));
        TestClock.travel(day(9));
        run(() -> changes.join(holdings.space(place, 1, 0)));
    }

    @Test
    void whoTakesTheWholeSiteWaitsForTheSpaceThatIsBeingAdded() throws Exception {
        long whole = booking(true);
        CompletableFuture<Void> taking = QuarkusTransaction.requiringNew().call(() -> {
            changes.join(holdings.space(place, 1, 0));
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() ->
                    run(() -> occupation.take(whole, List.of(new Claim(space(), true, List.of(period(3, 6)))))));
            assertThrows(java.util.concurrent.TimeoutException.class, () -> begun.get(700, TimeUnit.MILLISECONDS));
            return begun;
        });
        taking.get(20, TimeUnit.SECONDS);
        assertEquals("BOOKING [1,) 3-6, BOOKING [1,) 3-6", holdings.of(whole));
    }

    @Test
    void aSpaceThatIsOrWasTakenDoesNotGoAway() {
        run(() -> changes.leave(space()));
        long booking = booking(false);
        run(() -> occupation.hold(booking, days(3, 6), SOON, HoldReason.OPTION));
        AvailabilityRefusal no = refused(AvailabilityRefusal.Reason.SPACE_IN_USE, () -> changes.leave(space()));
        assertEquals(1, no.collisions().size());
        TestClock.travel(SOON);
        run(() -> changes.leave(space()));
    }

    private long close(int from, int to) {
        Closure closure = new Closure(
                space(),
                LocalDateTime.of(2027, 5, from, 0, 0),
                LocalDateTime.of(2027, 5, to, 0, 0),
                "Régate de démonstration");
        return QuarkusTransaction.requiringNew().call(() -> changes.close(closure, fixtures.account(User.INSTRUCTEUR)));
    }

    private void badInput(String field, Closure closure) {
        ProblemException no = assertThrows(ProblemException.class, () -> run(() -> changes.close(closure, null)));
        assertEquals(field, no.problem().more().get("field"));
    }

    private long booking(boolean whole) {
        LocalDateTime start = LocalDateTime.parse("2027-05-03T08:00");
        return fixtures.inReview(place, occupant, List.of(space()), whole, start, start.plusHours(10));
    }

    private int capacity() {
        return (Integer) fixtures.one("select capacity from space where id = :id", "id", space());
    }

    private long space() {
        return place.spaces().getFirst();
    }

    private List<Claim> days(int from, int to) {
        return List.of(new Claim(space(), false, List.of(period(from, to))));
    }

    private List<Claim> both(long beside, Period here, Period there) {
        return List.of(new Claim(space(), true, List.of(here)), new Claim(beside, true, List.of(there)));
    }

    private static Period period(int from, int to) {
        return new Period(day(from), day(to));
    }

    private static Instant day(int day) {
        return ParisClock.at(LocalDateTime.of(2027, 5, day, 0, 0)).toInstant();
    }

    private static void run(Runnable verb) {
        QuarkusTransaction.requiringNew().run(verb);
    }

    private static AvailabilityRefusal refused(AvailabilityRefusal.Reason reason, Runnable verb) {
        AvailabilityRefusal no = assertThrows(AvailabilityRefusal.class, () -> run(verb));
        assertEquals(reason, no.reason());
        return no;
    }
}
