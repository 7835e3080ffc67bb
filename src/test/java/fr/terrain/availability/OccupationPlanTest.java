package fr.terrain.availability;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Migrator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a hundred thousand rows no verb of occupation reads them all. */
@QuarkusTest
class OccupationPlanTest {
    private static final String ROWS = """
            insert into occupation (space_id, kind, booking_id, hold_until, hold_reason, lanes, during)
            select s.id, case when n %% 10 = 0 then 'HOLD' else 'BOOKING' end, %d, case when n %% 10 = 0 then timestamptz '2040-01-01' end,
                   case when n %% 10 = 0 then 'OPTION' end, '[1,2)', tstzrange(timestamptz '2030-01-01' + n * interval '1 day', timestamptz '2030-01-01' + n * interval '1 day' + interval '9 hours')
              from space s cross join generate_series(1, 2000) n where s.site_id = %d
            """;

    @Inject
    Fixtures fixtures;

    @Inject
    Migrator migrator;

    @Inject
    EntityManager entityManager;

    private Place place;
    private long booking;

    @BeforeEach
    void aHundredThousandRows() throws Exception {
        place = fixtures.place(java.util.stream.Stream.generate(() -> new SpaceOf(2, 0, 0))
                .limit(50)
                .toArray(SpaceOf[]::new));
        LocalDateTime starts = LocalDateTime.parse("2027-05-03T08:00");
        long occupant = fixtures.occupant(User.PORTEUR);
        long others = fixtures.inReview(place, occupant, List.of(), false, starts, starts.plusHours(10));
        booking = fixtures.inReview(place, occupant, List.of(), false, starts, starts.plusHours(10));
        migrator.run(ROWS.formatted(others, place.site()), "analyze occupation");
    }

    @AfterEach
    void noRows() throws Exception {
        migrator.run(
                "delete from occupation where space_id in (select id from space where site_id = %d)"
                        .formatted(place.site()),
                "analyze occupation");
    }

    @Test
    void noVerbReadsAllTheRows() {
        Map<String, String> sequential = new TreeMap<>();
        for (Map.Entry<String, String> verb : verbs().entrySet()) {
            String plan = plan(verb.getValue());
            if (plan.contains("Seq Scan on occupation")) sequential.put(verb.getKey(), plan);
        }
        assertTrue(sequential.isEmpty(), sequential::toString);
    }

    @Test
    void aPlanWithoutTheIndexIsNoticed() {
        assertTrue(plan("select * from occupation where upper(lanes) > 7 and 0 < :booking")
                .contains("Seq Scan on occupation"));
        assertFalse(plan(Occupation.COLLISIONS).isBlank());
    }

    private static Map<String, String> verbs() {
        return Map.ofEntries(
                Map.entry("lock", Occupation.LOCK),
                Map.entry("drop lapsed", Occupation.DROP_LAPSED),
                Map.entry("drop own", Occupation.DROP_OWN),
                Map.entry("drop holds", Occupation.DROP_HOLDS),
                Map.entry("take", Occupation.TAKE),
                Map.entry("hold", Occupation.HOLD),
                Map.entry("prolong", Occupation.PROLONG),
                Map.entry("release holds", Occupation.RELEASE_HOLDS),
                Map.entry("drop after", Occupation.DROP_AFTER),
                Map.entry("shorten", Occupation.SHORTEN),
                Map.entry("sweep", Occupation.SWEEP),
                Map.entry("collisions", Occupation.COLLISIONS),
                Map.entry("crowded", SpaceChanges.CROWDED));
    }

    private String plan(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Query explain = entityManager.createNativeQuery("explain " + sql);
            explain.getParameters()
                    .forEach(parameter -> explain.setParameter(parameter.getName(), values().get(parameter.getName())));
            return ((List<?>) explain.getResultList())
                    .stream().map(String::valueOf).collect(Collectors.joining("\n"));
        });
    }

    private Map<String, Object> values() {
        String week = "\"{[2031-05-03T00:00:00Z,2031-05-09T00:00:00Z)}\"";
        return Map.ofEntries(
                Map.entry(
                        "spaces",
                        "{%d,%d}"
                                .formatted(place.spaces().get(0), place.spaces().get(1))),
                Map.entry("exclusives", "{false,true}"),
                Map.entry("durings", "{" + week + "," + week + "}"),
                Map.entry("booking", booking),
                Map.entry("space", place.spaces().getFirst()),
                Map.entry("capacity", 1),
                Map.entry("reason", "OPTION"),
                Map.entry("now", Instant.parse("2030-06-01T00:00:00Z")),
                Map.entry("until", Instant.parse("2030-07-01T00:00:00Z")),
                Map.entry("end", Instant.parse("2030-07-01T00:00:00Z")));
    }
}
