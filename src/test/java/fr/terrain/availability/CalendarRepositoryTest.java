package fr.terrain.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The calendars of several sites read together, on the real database. */
@QuarkusTest
class CalendarRepositoryTest {
    private static final Instant NOW =
            TestClock.today().atStartOfDay(fr.terrain.ParisClock.PARIS).toInstant();
    private static final LocalDate SPRING = LocalDate.of(2027, 4, 5);
    private static final LocalDate AUTUMN = LocalDate.of(2027, 10, 4);

    @Inject
    Fixtures fixtures;

    @Inject
    Occupation occupation;

    @Inject
    CalendarRepository calendars;

    @Test
    void readsEachSiteAroundItsOwnPeriod() {
        Place early = place();
        Place late = place();
        Map<Long, List<SpaceCalendar>> read = calendars.listOf(
                Map.of(
                        early.site(),
                        Period.around(SPRING, SPRING),
                        late.site(),
                        Period.around(AUTUMN, AUTUMN),
                        -1L,
                        Period.around(SPRING, AUTUMN)),
                NOW);
        assertEquals(List.of(), read.get(-1L));
        assertEquals(
                early.spaces(),
                read.get(early.site()).stream().map(SpaceCalendar::spaceId).toList());
        assertEquals(
                late.spaces(),
                read.get(late.site()).stream().map(SpaceCalendar::spaceId).toList());
        assertEquals(List.of(day(SPRING)), taken(read.get(early.site())));
        assertEquals(List.of(day(AUTUMN)), taken(read.get(late.site())));
        assertEquals(
                List.of(1, 0),
                read.get(late.site()).stream()
                        .map(space -> space.rules().size())
                        .toList());
    }

    private static List<Period> taken(List<SpaceCalendar> spaces) {
        return spaces.stream()
                .flatMap(space -> space.booked().stream())
                .map(Booked::during)
                .toList();
    }

    /** Two spaces; the first closes on Sundays, and is taken on a day of spring and one of autumn. */
    private Place place() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0), new SpaceOf(1, 0, 0));
        long space = place.spaces().getFirst();
        fixtures.run(
                "insert into opening_rule (space_id, kind, weekdays, opens, closes, cause) values (:space, 'CLOSED', '{7}', '00:00', '00:00', 'Repos')",
                "space", space);
        long occupant = fixtures.occupant(User.PORTEUR);
        for (LocalDate date : List.of(SPRING, AUTUMN)) {
            long booking = fixtures.inReview(
                    place,
                    occupant,
                    List.of(space),
                    false,
                    date.atStartOfDay(),
                    date.plusDays(1).atStartOfDay());
            QuarkusTransaction.requiringNew()
                    .run(() -> occupation.take(booking, List.of(new Claim(space, false, List.of(day(date))))));
        }
        return place;
    }

    private static Period day(LocalDate date) {
        return Period.local(date.atStartOfDay(), date.plusDays(1).atStartOfDay());
    }
}
