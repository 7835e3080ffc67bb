package fr.terrain.booking;

import fr.terrain.Fixtures;
import fr.terrain.deadline.DeadlineJob;
import fr.terrain.deadline.Deadlines.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The deadlines of one booking, looked at and fired one by one, so that no test fires those of another. */
@ApplicationScoped
public class Deadline {
    @Inject
    Fixtures fixtures;

    @Inject
    DeadlineJob job;

    /** Fires this one if it is due; whether it was. */
    public boolean fire(long booking, Kind kind) {
        List<?> open = fixtures.list(
                "select id from deadline where subject_id = :id and kind = :kind and done_at is null",
                "id",
                booking,
                "kind",
                kind.name());
        return !open.isEmpty() && job.retry(((Number) open.getFirst()).longValue());
    }

    /** "OPEN 2027-02-01", "FIRED ..." or "CLOSED ...", with its last day in Europe/Paris; the newest when there are several. */
    public String of(long booking, Kind kind) {
        List<?> rows = fixtures.list("""
                select coalesce(outcome, 'OPEN') || ' ' || to_char((due_at - interval '1 second') at time zone 'Europe/Paris', 'YYYY-MM-DD')
                  from deadline where subject_id = :id and kind = :kind order by id desc
                """, "id", booking, "kind", kind.name());
        return rows.isEmpty() ? "none" : (String) rows.getFirst();
    }
}
