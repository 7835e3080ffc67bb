package fr.terrain.booking;

import fr.terrain.booking.TrialReport.ReportState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** All SQL on what is written down of a trial after its agreement: conditions, suspensions, reports, early ends. */
@ApplicationScoped
public class TrialRepository {
    private static final String CONDITIONS = "from StartCondition where bookingId = ?1 order by id";
    private static final String SUSPENDED = "from Suspension where bookingId = ?1 and endedAt is null";
    private static final String REPORTS = "from TrialReport where bookingId = ?1 order by version";

    @Inject
    EntityManager entityManager;

    /** Writes a new row; what its table refuses comes out here. */
    void add(Object row) {
        entityManager.persist(row);
        entityManager.flush();
    }

    /** Sends what was changed, so that a row that takes its place finds it so. */
    void flush() {
        entityManager.flush();
    }

    /** What was recorded, oldest first. */
    public List<StartCondition> listConditions(long bookingId) {
        return entityManager
                .createQuery(CONDITIONS, StartCondition.class)
                .setParameter(1, bookingId)
                .getResultList();
    }

    /** The suspension that lasts. */
    public Optional<Suspension> findSuspension(long bookingId) {
        return entityManager
                .createQuery(SUSPENDED, Suspension.class)
                .setParameter(1, bookingId)
                .getResultStream()
                .findFirst();
    }

    /** Every version of the report, oldest first. */
    public List<TrialReport> listReports(long bookingId) {
        return entityManager
                .createQuery(REPORTS, TrialReport.class)
                .setParameter(1, bookingId)
                .getResultList();
    }

    /** The report that waits for an answer. */
    public Optional<TrialReport> findWaiting(long bookingId) {
        return listReports(bookingId).stream()
                .filter(report -> report.state() == ReportState.WAITING)
                .findFirst();
    }

    public Optional<Termination> findTermination(long bookingId) {
        return Optional.ofNullable(entityManager.find(Termination.class, bookingId));
    }
}
