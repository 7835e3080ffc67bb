package fr.terrain.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A trail of a hundred thousand events is verified in seconds; `./verify` makes do with a tenth of it. */
@QuarkusTest
class AuditScaleTest {
    private static final int EVENTS_OF_ONE = 10;
    private static final int BOOKINGS = Boolean.getBoolean("terrain.deep") ? 10_000 : 1_000;
    private static final String BOOKINGS_SQL = """
            insert into booking (reference, project_id, site_id, status, created_by, submitted_at)
            select 'TER-1999-' || to_char(n, 'FM000000'), p.id, %d, 'IN_REVIEW', p.created_by, now()
              from generate_series(1, %d) n cross join (select id, created_by from project order by id desc limit 1) p
            """;
    private static final String EVENT_SQL = """
            with line as (
              select b.id as booking, %1$d as seq, last.hash as previous, decode(md5(b.id || '/%1$d'), 'hex') as salt
                from booking b left join booking_event last on last.booking_id = b.id and last.seq = %1$d - 1 where b.reference like 'TER-1999-%%'),
            detailed as (select *, sha256(salt || convert_to('{"reason":"Un motif inventé, avec des mots."}', 'UTF8')) as detail from line),
            e as (
              insert into booking_event (booking_id, seq, kind, from_status, to_status, occurred_at, detail_hash, previous_hash, hash)
              select booking, seq, 'EDIT', 'IN_REVIEW', 'IN_REVIEW', '2026-12-01T09:00:00Z', detail, previous,
                     sha256(coalesce(previous, '') || convert_to(concat_ws('|', booking, seq, 'EDIT', 'IN_REVIEW', 'IN_REVIEW', 'null',
                       '2026-12-01T09:00:00Z', encode(detail, 'hex')), 'UTF8'))
                from detailed returning id, booking_id)
            insert into event_detail (event_id, salt, content)
            select e.id, l.salt, '{"reason": "Un motif inventé, avec des mots."}' from e join line l on l.booking = e.booking_id
            """;

    @Inject
    Fixtures fixtures;

    @Inject
    SealKeys keys;

    @Inject
    Clock clock;

    @Test
    void verifiesInSeconds() throws SQLException {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        fixtures.inReview(
                place,
                fixtures.occupant(User.PORTEUR),
                place.spaces(),
                false,
                java.time.LocalDateTime.parse("2030-05-03T00:00"),
                java.time.LocalDateTime.parse("2030-05-04T00:00"));
        try (Attacker writer = new Attacker()) {
            writer.run(BOOKINGS_SQL.formatted(place.site(), BOOKINGS));
            for (int seq = 1; seq <= EVENTS_OF_ONE; seq++) writer.run(EVENT_SQL.formatted(seq));
            writer.run("analyze booking_event").run("analyze event_detail");
            AuditReport report = writer.verify(keys, clock);
            assertTrue(report.events() >= (long) BOOKINGS * EVENTS_OF_ONE);
            assertEquals(
                    0,
                    report.findings().stream()
                            .filter(finding -> finding.reference() != null
                                    && finding.reference().startsWith("TER-1999-"))
                            .count());
            assertTrue(
                    report.took().compareTo(Duration.ofSeconds(30)) < 0,
                    () -> report.took().toString());
            System.out.printf(
                    "verified %d events in %d ms%n",
                    report.events(), report.took().toMillis());
        }
    }
}
